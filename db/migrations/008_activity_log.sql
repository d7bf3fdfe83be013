-- Names the occasion within the company: whoever reports it again writes no second entry. Null where nobody can.
alter table activity add column once text;
create unique index activity_once on activity (company_id, once) where once is not null;

-- A page of the log goes on behind the entry where another ended, and people are found among all who left their mark.
drop index activity_by_company;
create index activity_by_company on activity (company_id, at, id);
create index activity_by_member on activity (company_id, member_id, at, id);

-- Where it was asked from: what Stripe answers late, or tells by an event, is entered with it all the same.
alter table setups add column address text;
alter table wallet_changes add column address text;
alter table attempts add column address text;

-- Moves when the billing details come to say something else.
alter table companies add column details_version bigint not null default 0;
