// The ledger's file: Stripe's objects as JSON, and what the sandbox must not forget across a restart.
import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'

export type Connection = Database.Database

const schema = `
create table if not exists objects (
  place integer primary key autoincrement,
  kind text not null,
  id text not null unique,
  owner text,
  body text not null
);
create index if not exists objects_by_kind on objects (kind, place);
create index if not exists objects_by_owner on objects (kind, owner, place);

create table if not exists settings (
  name text primary key,
  body text not null
);

create table if not exists saved_answers (
  api_key text not null,
  idempotency_key text not null,
  request text not null,
  status integer not null,
  body text not null,
  created integer not null,
  primary key (api_key, idempotency_key)
);

create table if not exists deliveries (
  place integer primary key autoincrement,
  event text not null,
  url text not null,
  tries integer not null default 0,
  due integer not null,
  state text not null default 'pending'
);
create index if not exists deliveries_pending on deliveries (url, place) where state = 'pending';
create index if not exists deliveries_by_event on deliveries (event);

create table if not exists appointments (
  id text primary key,
  clock text not null,
  due integer not null
);
create index if not exists appointments_by_clock on appointments (clock, due);
`

/** `data` is a file's path, or ':memory:'. Folders that are missing are made. */
export function openDatabase(data: string): Connection {
  if (data !== ':memory:') mkdirSync(dirname(data), { recursive: true })
  const connection = new Database(data)
  // Nobody else on this machine has to read it.
  if (data !== ':memory:') chmodSync(data, 0o600)
  connection.pragma('journal_mode = wal')
  connection.pragma('synchronous = normal')
  connection.exec(schema)
  return connection
}
