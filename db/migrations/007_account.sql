-- A person's second factor, one a person: it asks for a code wherever they sign in, whatever the company.
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

create table recovery_codes (
  member_id text not null references members (id),
  -- argon2id: shorter than a key, they are kept like passwords.
  code_hash text not null,
  used_at bigint,
  primary key (member_id, code_hash)
);

alter table companies add column requires_second_factor integer not null default 0;

-- Until when the facts of a mail hold a token; null where they hold none (any more).
alter table outbox add column secret_until bigint;
create index outbox_with_secrets on outbox (secret_until) where secret_until is not null;

-- Sessions of before say neither from where nor with what: their people sign in again.
delete from sessions;
