-- What is known of products, parties and lots beside what documents say; who corrected it, and which lots may not go.

-- A product goes by its GTIN, or where it has none by a number of an owner's: scheme:value. 'units' holds texts such as
-- "CA:12EA" (a case holds twelve), temperatures are in degrees Celsius, the weight is that of a case.
create table product (
    id                  bigint generated always as identity primary key,
    gtin                text,
    number              text,
    description         text,
    brand               text,
    commodity           text,
    variety             text,
    pack                text,
    shelf_life_days     int,
    units               jsonb,
    net_weight          numeric,
    net_weight_unit     text,
    minimum_temperature numeric,
    maximum_temperature numeric,
    attributes          jsonb       not null default '{}',
    first_seen_at       timestamptz not null,
    check (gtin is not null or number is not null)
);
create unique index product_gtin on product (gtin) where gtin is not null;
create unique index product_number on product (number) where gtin is null;

-- A company or a location. Which statements of documents are of it is found by GLN, DUNS number and name when it is asked.
create table party (
    id                   bigint generated always as identity primary key,
    gln                  text,
    duns                 text,
    name                 text,
    kind                 text,
    parent               text,
    line1                text,
    line2                text,
    city                 text,
    region               text,
    postal_code          text,
    country              text,
    telephone            text,
    email                text,
    time_zone            text,
    latitude             numeric,
    longitude            numeric,
    roles                jsonb,
    fda_registration     text,
    tlc_source_reference text,
    attributes           jsonb       not null default '{}',
    first_seen_at        timestamptz not null,
    check (coalesce(gln, duns, name) is not null)
);
create unique index party_gln on party (gln) where gln is not null;
create index party_duns on party (duns) where duns is not null;
create index party_name on party (lower(name)) where name is not null;

alter table lot add column attributes jsonb not null default '{}';

-- Which lots may not go: a row stands while it has no end. A lot is active when none stands, and expired by its dates alone.
create table lot_status (
    id        bigint generated always as identity primary key,
    lot_id    bigint      not null references lot,
    status    text        not null check (status in ('held', 'recalled')),
    since     timestamptz not null,
    set_by    text        not null,
    why       text        not null,
    reference text        not null default '',
    until     timestamptz,
    ended_by  text,
    ended_why text,
    check ((until is null) = (ended_by is null))
);
create unique index lot_status_standing on lot_status (lot_id, status) where until is null;
create index lot_status_lot on lot_status (lot_id, id);

-- Every fact that a person stated, filled or corrected. A row without a field says that the record was made.
create table registry_change (
    id         bigint generated always as identity primary key,
    changed_at timestamptz not null,
    changed_by text        not null,
    why        text        not null,
    kind       text        not null check (kind in ('lot', 'product', 'party')),
    record_id  bigint      not null,
    field      text        not null,
    before     text,
    after      text
);
create index registry_change_record on registry_change (kind, record_id, id);

create function registry_change_stays() returns trigger language plpgsql as $$
begin
    raise exception 'registry_change is only ever added to';
end $$;
create trigger registry_change_stays before update or delete or truncate on registry_change
    for each statement execute function registry_change_stays();
