-- Who did what, when, from where and with what result. What is written stays as it is.
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
);
create index activity_by_company on activity (company_id, at);
create index activity_by_time on activity (at);

-- Only what is older than what is kept may go: whoever prunes says first, in `marks`, since when it is kept.
-- on sqlite
create trigger activity_is_not_changed before update on activity
begin
  select raise(abort, 'activity is append-only');
end;
create trigger activity_is_kept before delete on activity
when old.at >= coalesce((select value from marks where name = 'activity kept since'), 0)
begin
  select raise(abort, 'activity is append-only');
end;
-- on postgres
create function refuse_to_change_activity() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < coalesce((select value from marks where name = 'activity kept since'), 0) then
    return old;
  end if;
  raise exception 'activity is append-only';
end
$$;
create trigger activity_is_kept before update or delete on activity
  for each row execute function refuse_to_change_activity();
create trigger activity_is_not_emptied before truncate on activity
  for each statement execute function refuse_to_change_activity();
-- on both

-- How often something limited was done: the times of the last ones, in epoch milliseconds, as a list in JSON.
create table limits (
  key text primary key,
  times text not null,
  -- From then on none of them counts.
  until bigint not null
);
create index limits_by_end on limits (until);
