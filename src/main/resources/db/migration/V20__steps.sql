-- What events tell of goods, in few bytes each: which lot or unit, when, from where to where, how much; and which documents
-- they refer to. What is asked across many events is asked of these; the event's text is read where it is shown.

-- How documents name parties. Which of them are one party is found when it is asked.
create table party_statement (
    id     int generated always as identity primary key,
    gln    text not null,
    number text not null,
    name   text not null,
    unique (gln, number, name)
);

-- When something was, and from where to where: once for all steps of a set that have it in common. A time is the stretch in
-- which it may have been by the clock there, its end not part of it, and that clock's distance from UTC where it was stated.
create table occasion (
    id             bigint generated always as identity primary key,
    set_id         bigint not null,
    type           text   not null,
    begins         timestamp,
    ends           timestamp,
    offset_minutes smallint,
    from_party     int    not null,
    to_party       int    not null
);

-- A step is made of an event, which is never deleted or changed, in the transaction that stores it, and so needs no foreign
-- keys, each of which would be looked up each time. Where a document names a lot without its product, or several may be
-- meant, there is its code instead.
create table step (
    seq         bigint primary key,
    occasion_id bigint not null,
    lot_id      bigint,
    lot_code    text,
    sscc        bigint,
    parent_sscc bigint,
    quantity    numeric,
    unit        text   not null
);

-- The business documents that a set's events refer to.
create table document_reference (
    value  text   not null,
    type   text   not null,
    set_id bigint not null,
    primary key (value, type, set_id)
);

-- What is there already is taken in portions of so many sets, so that little of it is unpacked at a time.
create table step_to_make (seq bigint primary key, event jsonb not null, set_id bigint, lot_code text, sscc bigint,
    parent_sscc bigint, gtin text, from_gln text, from_number text, from_name text, to_gln text, to_number text, to_name text);
create function lotwire_number(party jsonb) returns text language sql immutable as $$
    select coalesce((select id ->> 'value' from jsonb_array_elements(party -> 'ids') with ordinality one (id, n)
        where id ->> 'scheme' in ('duns', 'duns4') order by n limit 1), '') $$;
do $$
declare
    portion constant bigint := 1000;
    first bigint := (select min(set_id) from lot_event);
    final bigint := (select max(set_id) from lot_event);
begin
    while first <= final loop
        insert into step_to_make
            select seq, event, set_id, lot_code, sscc, parent_sscc, event #>> '{item,gtin}',
                coalesce(event #>> '{shipFrom,gln}', ''), left(lotwire_number(event -> 'shipFrom'), 100),
                left(coalesce(event #>> '{shipFrom,name}', ''), 500),
                coalesce(event #>> '{shipTo,gln}', ''), left(lotwire_number(event -> 'shipTo'), 100),
                left(coalesce(event #>> '{shipTo,name}', ''), 500)
            from (select seq, set_id, lot_code, sscc, parent_sscc, cast(replace(event, '\u0000', '\u0001') as jsonb) as event
                from lot_event where set_id >= first and set_id < first + portion) one
            where event ->> 'purpose' <> 'cancel';
        -- Who ships a notice's goods, where it does not say, is whose notice it is; so is who received, for a receipt.
        update step_to_make set from_name = case event ->> 'type' when 'received' then '(not stated)'
                else coalesce(event #>> '{source,partner}', '') end
            where from_gln = '' and from_number = '' and from_name = '';
        update step_to_make set to_name = case event ->> 'type' when 'received'
                then coalesce(event #>> '{source,partner}', '') else '(not stated)' end
            where to_gln = '' and to_number = '' and to_name = '';
        insert into party_statement (gln, number, name)
            select from_gln, from_number, from_name from step_to_make
            union select to_gln, to_number, to_name from step_to_make
            on conflict do nothing;
        with timed as (
                select m.*, f.id as from_party, t.id as to_party, event ->> 'type' as type, begins,
                    begins + cast(case event ->> 'timePrecision' when 'date' then '1 day' when 'minute' then '1 minute'
                        else '1 second' end as interval) as ends,
                    case when zone = 'Z' then 0 when zone is not null then cast(left(zone, 1) || '1' as int)
                        * (cast(substring(zone from 2 for 2) as int) * 60 + cast(right(zone, 2) as int)) end as minutes
                from step_to_make m
                    join party_statement f on (f.gln, f.number, f.name) = (from_gln, from_number, from_name)
                    join party_statement t on (t.gln, t.number, t.name) = (to_gln, to_number, to_name),
                    lateral (select
                        cast(substring(event ->> 'eventTime' from '^[0-9-]{10}(?:T[0-9:]+)?') as timestamp) as begins,
                        substring(event ->> 'eventTime' from 'T[0-9:]+(Z|[+-][0-9]{2}:[0-9]{2})$') as zone) stated),
            made as (
                insert into occasion (set_id, type, begins, ends, offset_minutes, from_party, to_party)
                select distinct set_id, type, begins, ends, minutes, from_party, to_party from timed
                returning *)
            insert into step (seq, occasion_id, lot_id, lot_code, sscc, parent_sscc, quantity, unit)
            select seq, made.id, lot_id, case when lot_id is null then lot_code end, sscc, parent_sscc,
                cast(event #>> '{quantity,value}' as numeric), coalesce(event #>> '{quantity,unit}', '')
            from timed m
                join made on made.set_id = m.set_id and made.type = m.type
                    and made.from_party = m.from_party and made.to_party = m.to_party
                    and (made.begins, made.ends, made.offset_minutes) is not distinct from (m.begins, m.ends, m.minutes),
                lateral (select case when count(*) = 1 then min(l.id) end as lot_id from lot l
                    where l.code = m.lot_code and (l.gtin = m.gtin or m.gtin is null and exists (
                        select from lot_item i, jsonb_array_elements(event #> '{item,ids}') named
                        where i.lot_id = l.id and i.value = named ->> 'value'))) known
            order by seq;
        insert into document_reference (value, type, set_id)
            select distinct left(number, 200), said ->> 'type', set_id
            from step_to_make, jsonb_array_elements(event -> 'references') said,
                jsonb_array_elements_text(case jsonb_typeof(said -> 'value')
                    when 'array' then said -> 'value' else jsonb_build_array(said -> 'value') end) number;
        truncate step_to_make;
        first := first + portion;
    end loop;
end $$;
drop function lotwire_number;
drop table step_to_make;

create index step_lot on step (lot_id) where lot_id is not null;
create index step_code on step (lot_code) where lot_id is null and lot_code is not null;
create index step_sscc on step (sscc) where sscc is not null;
create index step_parent_sscc on step (parent_sscc) where parent_sscc is not null;

alter table lot_event
    drop column lot_code,
    drop column sscc,
    drop column parent_sscc;
