-- Stripe's subscriptions that still bill, as far as the desk has to know them: which card each is charged to.
create table subscriptions (
  id text primary key,
  company_id text not null references companies (id),
  -- What a person would call it.
  name text not null,
  status text not null check (status in ('active', 'trialing', 'past_due', 'unpaid', 'incomplete')),
  -- Null: it is charged to whichever card is its customer's default.
  default_payment_method_id text,
  -- What it costs, in minor units, where that is one amount an interval.
  amount bigint,
  currency text,
  interval_unit text check (interval_unit in ('day', 'week', 'month', 'year')),
  updated_at bigint not null,
  -- Set while it was asked to follow the default and Stripe has not confirmed.
  follow_wanted_at bigint,
  -- It follows only once this card is the default; null: whichever is.
  follow_default_id text,
  -- Part of the idempotency key: after an answer that was a failure, the same key would only bring that again.
  follow_attempt integer not null default 1,
  -- Until then whoever asked is at it, or it waits for its next try.
  follow_next_try_at bigint,
  -- How long to wait after the next failure, in milliseconds; it doubles.
  follow_gap bigint not null default 2000
);
create index subscriptions_by_company on subscriptions (company_id);
create index subscriptions_to_follow on subscriptions (follow_next_try_at) where follow_wanted_at is not null;

-- When the reading of Stripe began that its subscriptions come from: an older one never overwrites them. Null: never read.
alter table companies add column subscriptions_read_at bigint;
