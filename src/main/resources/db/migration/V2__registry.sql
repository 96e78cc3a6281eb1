-- What is known of each lot. The first statement of a fact stands; later ones fill what is missing.
create table lot (
    id               bigint generated always as identity primary key,
    code             text        not null,
    gtin             text,
    kind             text        not null,
    description      text,
    expires          text,
    best_before      text,
    manufactured     text,
    packed           text,
    harvested        text,
    source_gln       text,
    source_name      text,
    source_reference text,
    origin_gln       text,
    origin_name      text,
    first_event_id   text        references lot_event,
    first_seen_at    timestamptz not null,
    unique (code, gtin)
);
create index lot_without_gtin on lot (code) where gtin is null;

-- The product numbers under which a lot was named.
create table lot_item (
    lot_id bigint not null references lot,
    scheme text   not null,
    value  text   not null,
    primary key (lot_id, scheme, value)
);
