-- What the next page says, once. Not among the session's other data: two tabs of one session write at the same time, and
-- neither may lose what the other is told.
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
