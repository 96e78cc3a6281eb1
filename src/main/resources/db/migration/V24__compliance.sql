-- Questions about a stretch of time and about a product cost what their answers do.
create index occasion_begins on occasion (begins);
create index lot_gtin on lot (gtin) where gtin is not null;

-- Key data elements that somebody answered for: what is missing of them is told, and not counted, until a day.
create table compliance_waiver (
    id             bigint generated always as identity primary key,
    tracking_event text        not null,
    element        text        not null,
    partner        text        not null default '',
    reason         text        not null check (reason <> ''),
    waived_by      text        not null check (waived_by <> ''),
    waived_at      timestamptz not null,
    ends_on        date        not null,
    ended_at       timestamptz,
    ended_by       text        not null default ''
);
create index compliance_waiver_in_force on compliance_waiver (ends_on) where ended_at is null;

-- What a regulator asked for: due 24 hours after it was asked (21 CFR 1.1455(c)(1)).
create table compliance_request (
    id        bigint generated always as identity primary key,
    asked_by  text        not null check (asked_by <> ''),
    what      text        not null check (what <> ''),
    selection jsonb       not null,
    opened_at timestamptz not null,
    due_at    timestamptz not null,
    closed_at timestamptz
);
create index compliance_request_open on compliance_request (due_at) where closed_at is null;

-- What was done about it, by whom and when; never changed.
create table compliance_request_step (
    id         bigint generated always as identity primary key,
    request_id bigint      not null references compliance_request,
    did        text        not null check (did in ('opened', 'packaged', 'noted', 'closed')),
    by_whom    text        not null check (by_whom <> ''),
    at         timestamptz not null,
    note       text        not null default '',
    sha256     text        not null default ''
);
create index compliance_request_step_request on compliance_request_step (request_id, id);
