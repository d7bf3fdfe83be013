-- Whoever leaves the choice to their browser is written to in the language that the browser asked for when they last
-- signed in: no browser says so when a letter is written.
alter table members add column heard_language text;
