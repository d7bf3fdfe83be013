-- Who asks how we are wants to know whether anything can be written. This row is, to what it was: looking changes nothing.
insert into marks (name, value) values ('health', 0);
