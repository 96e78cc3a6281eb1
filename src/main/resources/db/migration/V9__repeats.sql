-- A control number may be used anew when the partner's look-back is over: the interchange that had it stays, superseded.
alter table interchange add column superseded boolean not null default false;
-- PostgreSQL made up the name of the constraint, shortened by its own rules.
do $$
begin
    execute (select format('alter table interchange drop constraint %I', conname)
        from pg_constraint where conrelid = 'interchange'::regclass and contype = 'u');
end $$;
create unique index interchange_key on interchange
    (partner, sender_qualifier, sender_id, receiver_qualifier, receiver_id, control_number, usage) where not superseded;
