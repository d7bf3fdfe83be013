-- Written by npm run db:dump: what db/migrations give. Not to be edited.

create table activity (
  id text primary key,
  company_id text not null references companies (id),
  at bigint not null,
  -- Null: the program itself, or Stripe.
  member_id text references members (id),
  action text not null,
  -- What it was about: ids, a card's brand and last four, an amount. Names and addresses of people are looked up by
  -- their id, so that whoever is erased has none here.
  facts text not null,
  result text not null check (result in ('done', 'refused', 'unanswered')),
  -- The network address that it came from, where it came from a browser.
  address text
, once text);

create index activity_by_company on activity (company_id, at, id);

create index activity_by_member on activity (company_id, member_id, at, id);

create index activity_by_time on activity (at);

create trigger activity_is_kept before delete on activity
when old.at >= coalesce((select value from marks where name = 'activity kept since'), 0)
begin
  select raise(abort, 'activity is append-only');
end;

create trigger activity_is_not_changed before update on activity
begin
  select raise(abort, 'activity is append-only');
end;

create unique index activity_once on activity (company_id, once) where once is not null;

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
  next_try_at bigint not null, address text,
  unique (invoice_id, number)
);

create index attempts_by_company on attempts (company_id, outcome);

create index attempts_to_settle on attempts (next_try_at) where settled_at is null;

create unique index one_attempt_in_flight on attempts (invoice_id) where settled_at is null;

create table banners (
  id text primary key,
  -- No reference: what was under way when somebody signed out may still have something to say, which nobody reads.
  session_hash text not null,
  -- The page that says it; '/', where that is the one that home leads to.
  path text not null,
  data text not null,
  said_at bigint not null
);

create index banners_by_session on banners (session_hash, said_at);

create table companies (
  id text primary key,
  name text not null,
  -- Null until the first card is begun, and again when the customer is deleted at Stripe.
  stripe_customer_id text unique,
  -- What Stripe holds on the customer, mirrored so that the page need not wait for it.
  billing_details text not null,
  -- Moves with every change of the wallet; whoever read an older one must read again.
  wallet_version bigint not null default 0,
  created_at bigint not null
, invoices_read_at bigint, subscriptions_read_at bigint, requires_second_factor integer not null default 0, details_version bigint not null default 0, erasing_at bigint, erasing_by text, erasing_next_try_at bigint, erasing_tries integer not null default 0, erased_at bigint);

create index companies_to_erase on companies (erasing_next_try_at) where erasing_at is not null and erased_at is null;

create table consents (
  payment_method_id text primary key,
  company_id text not null references companies (id),
  member_id text not null references members (id),
  version text not null,
  language text not null,
  wording text not null,
  agreed_at bigint not null
);

create table invitations (
  id text primary key,
  company_id text not null references companies (id),
  -- In small letters, as members' are. Null once it was accepted, since the member has it then, and once nobody can
  -- use it any more.
  email text,
  role text not null check (role in ('administrator', 'billing', 'developer')),
  -- The letter's: nobody knows yet which one its reader prefers.
  language text not null,
  invited_by text not null references members (id),
  -- SHA-256 of what stands in the link: who reads this table cannot use it.
  token_hash text not null unique,
  -- How often it was sent; each time by a new link, and the one before is good no more.
  round integer not null default 1,
  created_at bigint not null,
  expires_at bigint not null,
  withdrawn_at bigint,
  accepted_at bigint,
  accepted_by text references members (id)
);

create index invitations_by_company on invitations (company_id);

create unique index one_invitation on invitations (company_id, email) where accepted_at is null and withdrawn_at is null;

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

create index invoices_in_review on invoices (rest) where rest in ('review', 'stopped');

create index invoices_to_collect on invoices (next_run_at) where status = 'open' and automatic = 1 and attempted = 1;

create table limits (
  key text primary key,
  times text not null,
  -- From then on none of them counts.
  until bigint not null
);

create index limits_by_end on limits (until);

create table marks (
  name text primary key,
  value bigint not null
);

create table members (
  id text primary key,
  email text not null unique,
  name text not null,
  password_hash text,
  language text,
  created_at bigint not null
, erased_at bigint, heard_language text);

create table memberships (
  company_id text not null references companies (id),
  member_id text not null references members (id),
  role text not null check (role in ('owner', 'administrator', 'billing', 'developer')),
  created_at bigint not null,
  primary key (company_id, member_id)
);

create index memberships_by_member on memberships (member_id);

create unique index one_owner on memberships (company_id) where role = 'owner';

create table "outbox" (
  -- Its Message-ID, too: a mail that goes out twice is known for the same.
  id text primary key,
  company_id text not null references companies (id),
  member_id text references members (id),
  -- Whose address it goes to where that is no member's; the address itself stands there alone.
  invitation_id text references invitations (id),
  -- Which occasion it tells of.
  once text not null,
  kind text not null,
  facts text not null,
  created_at bigint not null,
  tries integer not null default 0,
  -- Until then whoever claimed it is at it, or it waits for its next try.
  next_try_at bigint not null,
  -- Null until a server took it, or nobody was left to send it to.
  sent_at bigint,
  -- A class of errors or a code; never an address.
  last_error text, secret_until bigint,
  unique (company_id, member_id, once),
  unique (invitation_id, once),
  check ((member_id is null) <> (invitation_id is null))
);

create index outbox_sent on outbox (sent_at) where sent_at is not null;

create index outbox_to_send on outbox (next_try_at) where sent_at is null;

create index outbox_with_secrets on outbox (secret_until) where secret_until is not null;

create table password_links (
  token_hash text primary key,
  member_id text not null references members (id),
  expires_at bigint not null,
  used_at bigint
);

create table payment_methods (
  id text primary key,
  company_id text not null references companies (id),
  type text not null,
  brand text not null,
  networks text not null,
  last4 text,
  exp_month integer,
  exp_year integer,
  funding text,
  country text,
  fingerprint text,
  position integer not null,
  is_default integer not null default 0,
  added_at bigint not null,
  -- Its owner saw that the same card is there twice, and keeps both.
  duplicate_kept integer not null default 0,
  -- Asked to go; charged no more, even while Stripe has not yet confirmed.
  removing_at bigint,
  removed_at bigint,
  last_charge text,
  last_charge_at bigint
);

create unique index one_default on payment_methods (company_id) where is_default = 1 and removed_at is null;

create index payment_methods_by_company on payment_methods (company_id, position);

create table recovery_codes (
  member_id text not null references members (id),
  -- argon2id: shorter than a key, they are kept like passwords.
  code_hash text not null,
  used_at bigint,
  primary key (member_id, code_hash)
);

create table second_factors (
  member_id text primary key references members (id),
  -- Encrypted with a key that comes from SESSION_SECRET: who reads this table can make no code.
  secret text not null,
  begun_at bigint not null,
  -- Null until the first right code: so long nobody is asked for one.
  on_since bigint,
  -- The half minute of the last code that was taken. Each code is taken once.
  last_step bigint not null default 0
);

create table sessions (
  -- SHA-256 of the cookie's value: who reads this table cannot sign in with it.
  id_hash text primary key,
  member_id text references members (id),
  data text not null,
  expires_at bigint not null
);

create index sessions_by_expiry on sessions (expires_at);

create index sessions_by_member on sessions (member_id);

create table setups (
  id text primary key,
  company_id text not null references companies (id),
  member_id text not null references members (id),
  setup_intent_id text unique,
  checkout_session_id text unique,
  status text not null check (status in ('started', 'processing', 'saved', 'failed', 'canceled')),
  payment_method_id text,
  consent_version text not null,
  consent_language text not null,
  consent_wording text not null,
  started_at bigint not null,
  updated_at bigint not null
, address text);

create index setups_by_company on setups (company_id, status);

create table stripe_events (
  id text primary key,
  type text not null,
  object_id text,
  customer_id text,
  created_at bigint not null,
  received_at bigint not null,
  -- Null until its reaction is done.
  done_at bigint,
  attempts integer not null default 0,
  next_try_at bigint not null,
  last_error text
);

create index stripe_events_by_time on stripe_events (created_at);

create index stripe_events_to_do on stripe_events (next_try_at) where done_at is null;

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

create table wallet_changes (
  key text primary key,
  company_id text not null references companies (id),
  member_id text references members (id),
  kind text not null check (kind in ('default', 'removal')),
  payment_method_id text not null,
  state text not null check (state in ('sent', 'unanswered', 'failed', 'done')),
  attempt integer not null default 1,
  sent_at bigint not null,
  next_try_at bigint not null,
  -- How long to wait after the next failure, in milliseconds; it doubles. Stripe may still be at work on what it
  -- did not answer, so the first look is a moment later.
  gap bigint not null default 2000
, address text);

create unique index one_change_in_flight on wallet_changes (company_id) where state = 'sent';

create unique index one_default_awaited on wallet_changes (company_id) where kind = 'default' and state <> 'done';

create index wallet_changes_open on wallet_changes (company_id) where state <> 'done';
