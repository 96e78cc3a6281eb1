-- A file that a person mended is a file of its own, which says what it was made from; its sender hears nothing of it.
alter table inbox add column copy_of bigint references inbox;
create index inbox_copy_of on inbox (copy_of) where copy_of is not null;

alter table parked_step drop constraint parked_step_did_check;
alter table parked_step add constraint parked_step_did_check check (did in ('released', 'dismissed', 'noted', 'mended'));
