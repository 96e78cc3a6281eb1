-- Small contents are kept in their row, so that one flush keeps both; null for those in the archive.
alter table inbox add column content bytea;
alter table inbox alter column content set storage external;
alter table delivery
    add column content      bytea,
    add column sent_content bytea;
alter table delivery alter column content set storage external, alter column sent_content set storage external;

-- A gateway that works on the ledger: a number for each start. While it lives, a session of it holds an advisory lock on
-- its number; what a dead one held is free.
create table holder (
    id        bigint generated always as identity primary key,
    joined_at timestamptz not null,
    ended_at  timestamptz
);
create index holder_present on holder (id) where ended_at is null;

-- Who works on a row, by which of its leases, and until when.
alter table inbox
    add column holder       bigint,
    add column lease        bigint,
    add column leased_until timestamptz;
alter table delivery
    add column holder bigint,
    add column lease  bigint;

-- What is to be done is looked for by partner, small files, which are read and stored at once, and others apart.
drop index inbox_undone;
create index inbox_small on inbox (partner, id) where state = 'RECEIVED' and content is not null;
create index inbox_large on inbox (partner, id) where state = 'READ' or state = 'RECEIVED' and content is null;

-- What a delivery carries is told by its set, and, when it is not all of the set, by a bit for each of its events in the
-- order in which they were stored: the first is the lowest of the first byte. A subscription may want a set in parts.
alter table delivery
    add column events int not null default 0,
    add column chosen bytea,
    add column part   int not null default 1,
    add column parts  int not null default 1;
with numbered as (
        select d.id as delivery_id, e.event_id, row_number() over (partition by d.id order by e.seq) - 1 as n
        from delivery d join lot_event e on e.set_id = d.set_id
        where d.kind = 'SUBSCRIPTION'),
    marked as (
        select numbered.delivery_id, n, case when d.event_id is null then 0 else 1 end as bit
        from numbered left join delivery_event d
            on d.delivery_id = numbered.delivery_id and d.event_id = numbered.event_id),
    bytes as (
        select delivery_id, n / 8 as place, sum(bit << (n % 8)::int) as byte, sum(bit) as chosen, count(*) as all_of_them
        from marked group by delivery_id, n / 8),
    bitmaps as (
        select delivery_id, sum(chosen) as chosen, sum(all_of_them) as all_of_them,
            decode(string_agg(lpad(to_hex(byte), 2, '0'), '' order by place), 'hex') as bitmap
        from bytes group by delivery_id)
update delivery set
        events = bitmaps.chosen,
        chosen = case when bitmaps.chosen < bitmaps.all_of_them then bitmaps.bitmap end
    from bitmaps where bitmaps.delivery_id = delivery.id;
drop table delivery_event;

-- What a delivery carries is read in the order in which it was stored; what is past its deadline is looked for by that.
drop index lot_event_set;
create index lot_event_set on lot_event (set_id, seq);
create index delivery_deadline on delivery (deadline) where deadline is not null and state in ('WRITTEN', 'SENT');
