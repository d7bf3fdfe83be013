-- Stripe's invoices as we know them, and every attempt to charge one. Amounts are in the currency's minor units.

create table invoices (
  id text primary key,
  company_id text not null references companies (id),
  number text,
  status text not null check (status in ('draft', 'open', 'paid', 'uncollectible', 'void')),
  currency text not null,
  amount_due bigint not null,
  amount_paid bigint not null,
  amount_remaining bigint not null,
  -- Stripe charges it by itself, rather than sending it to be paid.
  automatic integer not null,
  attempted integer not null,
  created_at bigint not null,
  finalized_at bigint,
  due_at bigint,
  paid_at bigint,
  next_stripe_attempt_at bigint,
  hosted_url text,
  pdf_url text,
  -- What is billed: a text and an amount each.
  lines text not null,
  -- What Stripe says of the payment behind it.
  payment text not null check (payment in ('none', 'open', 'needs cardholder', 'processing', 'paid', 'canceled')),
  -- When the reading of Stripe began that this row comes from: an older one never overwrites it.
  read_at bigint not null,
  -- The run that is under way, or was the last.
  run integer not null default 1,
  -- What the fallback does for now; null: a run is under way, or the first is still to come.
  rest text check (rest in ('next run', 'cardholder', 'processing', 'stopped', 'review')),
  rest_why text,
  next_run_at bigint,
  -- The last attempt that a person has looked at: what it, or one before it, called for is done.
  reviewed_to integer not null default 0,
  -- Until then whoever collects it is at it.
  leased_until bigint not null default 0
);
create index invoices_by_company on invoices (company_id, status);
create index invoices_by_time on invoices (company_id, created_at);
create index invoices_to_collect on invoices (next_run_at) where status = 'open' and automatic = 1 and attempted = 1;
create index invoices_in_review on invoices (rest) where rest in ('review', 'stopped');

create table attempts (
  -- The idempotency key of an attempt of ours, or the charge that Stripe made by itself.
  id text primary key,
  invoice_id text not null references invoices (id),
  company_id text not null references companies (id),
  number integer not null,
  run integer not null,
  payment_method_id text not null,
  -- Of the card as it was then: the story of an invoice outlives its cards.
  brand text not null,
  last4 text,
  fingerprint text,
  made_by text not null check (made_by in ('guichet', 'member', 'stripe')),
  member_id text references members (id),
  -- Exactly what was sent: the same key goes with the same bytes.
  body text,
  amount bigint not null,
  currency text not null,
  started_at bigint not null,
  outcome text not null
    check (outcome in ('sent', 'unknown', 'pending', 'paid', 'declined', 'needs cardholder', 'undone', 'review')),
  code text,
  decline_code text,
  advice_code text,
  -- Radar, and not the bank, said no.
  blocked integer not null default 0,
  charge_id text unique,
  settled_at bigint,
  tries integer not null default 1,
  -- Until then whoever sent it is at it; afterwards anybody may ask what became of it.
  next_try_at bigint not null,
  unique (invoice_id, number)
);
-- One attempt in flight per invoice. The index says it here so that no code can forget.
create unique index one_attempt_in_flight on attempts (invoice_id) where settled_at is null;
create index attempts_to_settle on attempts (next_try_at) where settled_at is null;
create index attempts_by_company on attempts (company_id, outcome);

create index stripe_events_by_time on stripe_events (created_at);

-- What the program has to remember beside its objects: how far it has read Stripe's events, for one.
create table marks (
  name text primary key,
  value bigint not null
);

-- When its invoices were read for the first time; null: not yet.
alter table companies add column invoices_read_at bigint;
