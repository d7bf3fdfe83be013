-- A company is erased in two steps, because Stripe has to let go of its cards in between. From the first one on
-- nothing of it is charged, no mail is sent, and its people find its pages closed.
alter table companies add column erasing_at bigint;
-- Who asked for it. No reference: the one who asked is often erased with it.
alter table companies add column erasing_by text;
-- Until then whoever took it up is at it, or it waits for its next try.
alter table companies add column erasing_next_try_at bigint;
-- Part of the idempotency keys: after an answer that was a failure, the same key would only bring that again.
alter table companies add column erasing_tries integer not null default 0;
alter table companies add column erased_at bigint;
create index companies_to_erase on companies (erasing_next_try_at) where erasing_at is not null and erased_at is null;

-- What is left of such a member is an id, so that what they did keeps its place in what others may still read.
alter table members add column erased_at bigint;

-- What was sent is kept for a while, and found again by when that was.
create index outbox_sent on outbox (sent_at) where sent_at is not null;
