-- Ids are hashes, so that each event of a document had its place in the index of ids somewhere else: among millions of
-- events a page was read, changed and written to the log for each. By a hash of what the events of a document have in
-- common before the id, they are beside each other. DocumentHash makes it from then on; equal ids have equal ones.
create function lotwire_document_hash(event jsonb) returns bigint language sql immutable as $$
    select cast(cast('x' || encode(substring(sha256(convert_to(
        concat_ws(E'\n', coalesce(event #>> '{source,partner}', ''), coalesce(event #>> '{source,document}', ''),
            coalesce(event ->> 'eventTime', ''),
            (select string_agg(number.value, E'\n' order by reference.position, number.position)
            from jsonb_array_elements(event -> 'references') with ordinality reference (said, position),
                jsonb_array_elements_text(case jsonb_typeof(said -> 'value')
                    when 'array' then said -> 'value' else jsonb_build_array(said -> 'value') end)
                    with ordinality number (value, position))),
        'UTF8')) from 1 for 8), 'hex') as bit(64)) as bigint)
    $$;

alter table lot_event add column document_hash bigint;
-- Rewrites the table once. A text in which JSON may say NUL is none that PostgreSQL takes.
alter table lot_event alter column document_hash type bigint
    using lotwire_document_hash(cast(replace(event, '\u0000', '\u0001') as jsonb));
drop function lotwire_document_hash;

alter table lot_event
    alter column document_hash set not null,
    drop constraint lot_event_pkey,
    add primary key (document_hash, event_id);
