-- Recalls: what is called back, what was known then, who is told, and every step.

-- A notice goes out as anything else does, but nothing that came in caused it.
alter table delivery drop constraint delivery_kind_check;
alter table delivery add constraint delivery_kind_check
    check (kind in ('SUBSCRIPTION', 'ACKNOWLEDGEMENT', 'MDN', 'NOTICE'));
alter table delivery alter column inbox_id drop not null;
alter table delivery add constraint delivery_inbox_id check ((inbox_id is null) = (kind = 'NOTICE'));

-- 'scope' and 'affected' are JSON, as text: the SHA-256 is that of its bytes. What was known when it was opened stays.
create table recall (
    id              bigint generated always as identity primary key,
    scope           text        not null,
    reason          text        not null check (reason <> ''),
    contact         text        not null default '',
    drill           boolean     not null,
    opened_by       text        not null check (opened_by <> ''),
    opened_at       timestamptz not null,
    affected        text        not null,
    affected_sha256 text        not null,
    closed_at       timestamptz
);
-- The same goods are recalled once at a time: who asks again, perhaps as the first try was cut off, finds the same recall.
create unique index recall_open on recall (md5(scope), drill) where closed_at is null;

-- Who is to be told: a partner, or a party that has no profile. 'goods' are lot events, one on each line: what they got.
create table recall_notice (
    id          bigint generated always as identity primary key,
    recall_id   bigint      not null references recall,
    addressee   text        not null,
    name        text        not null,
    partner     text        not null default '',
    telephone   text        not null default '',
    sure        boolean     not null,
    goods       text        not null,
    sends       boolean     not null,
    format      text        not null default '',
    wire        text        not null default '',
    -- In seconds. When nothing more is to be reminded of or waited for, there is no time.
    remind_after bigint,
    remind_at   timestamptz,
    answer_by   timestamptz,
    overdue     boolean     not null default false,
    answered_at timestamptz,
    unique (recall_id, addressee)
);

-- What was sent of a notice: itself (0) and its reminders, each once; and what was last written down of how that went.
create table recall_sending (
    delivery_id bigint primary key references delivery,
    notice_id   bigint not null references recall_notice,
    ordinal     int    not null,
    seen        text   not null default 'queued',
    unique (notice_id, ordinal)
);

create table recall_event (
    id          bigint generated always as identity primary key,
    recall_id   bigint      not null references recall,
    notice_id   bigint      references recall_notice,
    delivery_id bigint      references delivery,
    did         text        not null check (did in
        ('opened', 'held', 'queued', 'reminded', 'sent', 'confirmed', 'accepted', 'failed', 'overdue', 'answered', 'noted', 'recorded', 'closed')),
    at          timestamptz not null,
    by_whom     text        not null check (by_whom <> ''),
    note        text        not null default ''
);
create index recall_event_recall on recall_event (recall_id, id);

create function recall_event_stays() returns trigger language plpgsql as $$
begin
    raise exception 'recall_event is only ever added to';
end $$;
create trigger recall_event_stays before update or delete or truncate on recall_event
    for each statement execute function recall_event_stays();
