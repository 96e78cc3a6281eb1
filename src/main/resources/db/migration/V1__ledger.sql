-- What came in: one row for each message or file, written before its sender hears yes.
create table inbox (
    id             bigint generated always as identity primary key,
    partner        text        not null,
    wire           text        not null,
    message_id     text        not null,
    file_name      text        not null,
    sha256         text        not null,
    size           bigint      not null,
    state          text        not null check (state in ('RECEIVED', 'READ', 'TRANSLATED', 'REJECTED', 'PARKED')),
    reason         text        not null default '',
    problems       jsonb       not null default '[]',
    answer_headers jsonb,
    answer_body    bytea,
    conflicts_with bigint references inbox,
    received_at    timestamptz not null,
    changed_at     timestamptz not null
);
create unique index inbox_message on inbox (partner, wire, message_id) where conflicts_with is null;
create unique index inbox_conflict on inbox (partner, wire, message_id, sha256) where conflicts_with is not null;
create index inbox_undone on inbox (changed_at, id) where state in ('RECEIVED', 'READ');
create index inbox_sha256 on inbox (sha256);

-- The interchanges of an inbox row. The key is X12's own: sender, receiver, ISA13, and ISA15 for test or production.
create table interchange (
    id                 bigint generated always as identity primary key,
    inbox_id           bigint      not null references inbox,
    partner            text        not null,
    sender_qualifier   text        not null,
    sender_id          text        not null,
    receiver_qualifier text        not null,
    receiver_id        text        not null,
    control_number     text        not null,
    usage              text        not null,
    sha256             text        not null,
    seen_at            timestamptz not null,
    unique (partner, sender_qualifier, sender_id, receiver_qualifier, receiver_id, control_number, usage)
);
create index interchange_inbox on interchange (inbox_id);

create table transaction_set (
    id                    bigint generated always as identity primary key,
    inbox_id              bigint not null references inbox,
    interchange_id        bigint not null references interchange,
    ordinal               int    not null,
    document              text   not null,
    version               text   not null,
    group_control_number  text   not null,
    set_control_number    text   not null,
    document_number       text   not null,
    purpose               text   not null,
    state                 text   not null
        check (state in ('ACCEPTED', 'ACCEPTED_WITH_ERRORS', 'REJECTED', 'TRANSLATED', 'PARKED')),
    problems              jsonb  not null default '[]',
    unique (interchange_id, ordinal)
);
create index transaction_set_inbox on transaction_set (inbox_id);
create index transaction_set_document on transaction_set (document_number);

-- One row for each lot event; the columns beside the event are those that questions ask by.
create table lot_event (
    event_id       text primary key,
    seq            bigint generated always as identity,
    inbox_id       bigint      not null references inbox,
    set_id         bigint references transaction_set,
    partner        text        not null,
    type           text        not null,
    purpose        text        not null,
    event_time     text,
    gtin           text,
    lot_code       text,
    sscc           text,
    parent_sscc    text,
    stored_at      timestamptz not null,
    event          jsonb       not null
);
create index lot_event_lot on lot_event (lot_code, gtin) where lot_code is not null;
create index lot_event_gtin on lot_event (gtin) where gtin is not null;
create index lot_event_sscc on lot_event (sscc) where sscc is not null;
create index lot_event_parent_sscc on lot_event (parent_sscc) where parent_sscc is not null;
create index lot_event_partner on lot_event (partner, seq);
create index lot_event_set on lot_event (set_id);

-- What goes out: one row for each delivery, written in the transaction that makes it due.
create table delivery (
    id                         bigint generated always as identity primary key,
    delivery_key               text        not null unique,
    kind                       text        not null check (kind in ('SUBSCRIPTION', 'ACKNOWLEDGEMENT')),
    partner                    text        not null,
    subscription               text        not null,
    format                     text        not null,
    wire                       text        not null,
    inbox_id                   bigint      not null references inbox,
    set_id                     bigint references transaction_set,
    state                      text        not null
        check (state in ('NEW', 'WRITTEN', 'CONFIRMED', 'ACCEPTED', 'REJECTED', 'PARKED')),
    attempts                   int         not null default 0,
    next_attempt_at            timestamptz not null,
    last_error                 text        not null default '',
    sha256                     text,
    size                       bigint,
    content_type               text        not null default '',
    file_name                  text        not null default '',
    message_id                 text        not null default '',
    usage                      text        not null default '',
    interchange_control_number text        not null default '',
    group_control_number       text        not null default '',
    confirmation               text        not null default '',
    confirmation_facts         jsonb       not null default '{}',
    acknowledgement            text        not null default '',
    created_at                 timestamptz not null,
    changed_at                 timestamptz not null
);
create index delivery_due on delivery (next_attempt_at, id) where state in ('NEW', 'WRITTEN');
create index delivery_inbox on delivery (inbox_id);
create index delivery_message on delivery (message_id) where message_id <> '';
create index delivery_control on delivery (partner, ltrim(group_control_number, '0')) where group_control_number <> '';

create table delivery_event (
    delivery_id bigint not null references delivery,
    position    int    not null,
    event_id    text   not null references lot_event,
    primary key (delivery_id, position)
);

-- The last control number taken; the row's lock makes numbers follow each other without gaps.
create table control_number (
    partner   text   not null,
    direction text   not null,
    kind      text   not null,
    usage     text   not null,
    last      bigint not null,
    primary key (partner, direction, kind, usage)
);
