-- Runs of production that goods went into and came out of, by their partner's numbers; of a longer number its first 200 characters.
create table transformation (
    id      bigint generated always as identity primary key,
    partner text not null,
    number  text not null,
    unique (partner, number)
);

-- For a step of a run, whether the goods came out of it. The condition is that of the event. A lot that is inferred, or one of
-- several, is not sure.
alter table step
    add column transformation_id bigint,
    add column output boolean,
    add column condition text,
    add column sure boolean not null default true;

-- The lots that may be meant by a step that names one of several, beside the one that it has itself.
create table possible_lot (
    code text   not null,
    seq  bigint not null,
    primary key (code, seq)
);

-- What is there already is taken in portions of so many sets, so that little of it is unpacked at a time.
do $$
declare
    portion constant bigint := 1000;
    first bigint := (select min(set_id) from lot_event);
    final bigint := (select max(set_id) from lot_event);
begin
    while first <= final loop
        with said as materialized (
                select seq, cast(replace(event, '\u0000', '\u0001') as jsonb) as event
                from lot_event
                where set_id >= first and set_id < first + portion
                    and (event like '%"condition":%' or event like '%"certainty":%')),
            possible as (
                insert into possible_lot (code, seq)
                select distinct among, seq from said, jsonb_array_elements_text(event #> '{lot,among}') among
                where event #>> '{lot,certainty}' = 'one-of')
            update step set condition = said.event ->> 'condition',
                sure = coalesce(said.event #>> '{lot,certainty}', '') not in ('inferred', 'one-of')
            from said where said.seq = step.seq;
        first := first + portion;
    end loop;
end $$;

create index step_transformation on step (transformation_id) where transformation_id is not null;

create index document_reference_set on document_reference (set_id);
