-- Mail to be sent, written together with what it reports: neither is there without the other. A row a member.
create table outbox (
  -- Its Message-ID, too: a mail that goes out twice is known for the same.
  id text primary key,
  company_id text not null references companies (id),
  member_id text not null references members (id),
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
  last_error text,
  unique (company_id, member_id, once)
);
create index outbox_to_send on outbox (next_try_at) where sent_at is null;
