-- Which edition of an out-mapping or template a document was written by, where there is one.
alter table delivery
    add column mapping_name    text not null default '',
    add column mapping_version text not null default '';
