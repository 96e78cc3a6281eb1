-- Alerts: who is told of a doubt about lots, in which order, and who took it up.

-- A delivery of an alert is written when it is made, and nothing that came in is its cause alone.
alter table delivery drop constraint delivery_kind_check;
alter table delivery add constraint delivery_kind_check
    check (kind in ('SUBSCRIPTION', 'ACKNOWLEDGEMENT', 'MDN', 'NOTICE', 'ALERT'));
alter table delivery drop constraint delivery_inbox_id;
alter table delivery add constraint delivery_inbox_id check ((inbox_id is null) = (kind in ('NOTICE', 'ALERT')));

-- What is told of together: the doubts about one document, or what one look at the stock found.
create table alert (
    id              bigint generated always as identity primary key,
    rule            text        not null,
    subject         text        not null,
    partner         text        not null default '',
    document        text        not null default '',
    document_number text        not null default '',
    set_id          bigint,
    state           text        not null default 'open' check (state in ('open', 'taken', 'closed')),
    opened_at       timestamptz not null
);
create index alert_not_closed on alert (id) where state <> 'closed';

-- 'issue_key' is the SHA-256 of what makes the same doubt about the same lot in the same document: it is told of once.
create table alert_issue (
    id        bigint generated always as identity primary key,
    alert_id  bigint not null references alert,
    issue_key text   not null unique,
    code      text   not null,
    lot       text   not null default '',
    gtin      text   not null default '',
    message   text   not null
);
create index alert_issue_alert on alert_issue (alert_id, id);

-- Who is told, and from when on. A step that nobody is told by any more is not there.
create table alert_step (
    alert_id    bigint      not null references alert,
    ordinal     int         not null,
    partner     text        not null,
    wire        text        not null,
    format      text        not null,
    due_at      timestamptz not null,
    delivery_id bigint references delivery,
    primary key (alert_id, ordinal)
);
create index alert_step_due on alert_step (due_at) where delivery_id is null;

create table alert_event (
    id          bigint generated always as identity primary key,
    alert_id    bigint      not null references alert,
    delivery_id bigint references delivery,
    did         text        not null check (did in ('opened', 'told', 'taken', 'closed')),
    at          timestamptz not null,
    by_whom     text        not null check (by_whom <> ''),
    note        text        not null default ''
);
create index alert_event_alert on alert_event (alert_id, id);

create function alert_event_stays() returns trigger language plpgsql as $$
begin
    raise exception 'alert_event is only ever added to';
end $$;
create trigger alert_event_stays before update or delete or truncate on alert_event
    for each statement execute function alert_event_stays();
