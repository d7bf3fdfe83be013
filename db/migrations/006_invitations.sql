-- Somebody asked to join a company, by a link that was sent to their address.
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
-- One open invitation per address and company. The index says it here so that no code can forget.
create unique index one_invitation on invitations (company_id, email) where accepted_at is null and withdrawn_at is null;

-- A mail goes to a member, or to an address that was invited.
-- on sqlite
create table outbox_with_invitations (
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
  last_error text,
  unique (company_id, member_id, once),
  unique (invitation_id, once),
  check ((member_id is null) <> (invitation_id is null))
);
insert into outbox_with_invitations
  (id, company_id, member_id, once, kind, facts, created_at, tries, next_try_at, sent_at, last_error)
  select id, company_id, member_id, once, kind, facts, created_at, tries, next_try_at, sent_at, last_error from outbox;
drop table outbox;
alter table outbox_with_invitations rename to outbox;
create index outbox_to_send on outbox (next_try_at) where sent_at is null;
-- on postgres
alter table outbox alter column member_id drop not null;
alter table outbox add column invitation_id text references invitations (id);
alter table outbox add constraint outbox_of_invitation unique (invitation_id, once);
alter table outbox add constraint outbox_recipient check ((member_id is null) <> (invitation_id is null));
-- on both
