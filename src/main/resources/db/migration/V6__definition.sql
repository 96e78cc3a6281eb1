-- Which edition of a profile and of a mapping ran, and what each edition said: a document can always be explained with the
-- files that it was judged, read and written by.
create table definition (
    kind       text        not null check (kind in ('PROFILE', 'MAPPING')),
    name       text        not null,
    version    text        not null,
    text       text        not null,
    first_used timestamptz not null,
    primary key (kind, name, version)
);
alter table inbox add column profile_version text not null default '';
alter table transaction_set
    add column profile_version text not null default '',
    add column mapping_name    text not null default '',
    add column mapping_version text not null default '';
alter table delivery add column profile_version text not null default '';
