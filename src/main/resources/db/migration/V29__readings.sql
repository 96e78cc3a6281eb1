-- What a logger measured: temperature in degrees Celsius, humidity in percent. None is ever changed.
create table reading (
    logger      text        not null,
    measure     text        not null check (measure in ('temperature', 'humidity')),
    measured_at timestamptz not null,
    value       numeric     not null,
    primary key (logger, measure, measured_at)
);

-- That a logger was with a logistic unit, or with a lot, from a moment to another.
create table logger_trip (
    id         bigint generated always as identity primary key,
    logger     text        not null check (logger <> ''),
    sscc       bigint,
    lot_id     bigint references lot,
    begins     timestamptz not null,
    ends       timestamptz not null,
    stated_by  text        not null check (stated_by <> ''),
    why        text        not null default '',
    changed_at timestamptz not null,
    check ((sscc is null) <> (lot_id is null)),
    check (begins <= ends)
);
create index logger_trip_logger on logger_trip (logger, begins);
create index logger_trip_unit on logger_trip (sscc) where sscc is not null;
create index logger_trip_lot on logger_trip (lot_id) where lot_id is not null;

-- A lot that was outside of what its product bears waits for a person's word, as one that is held does.
alter table lot_status drop constraint lot_status_status_check;
alter table lot_status add constraint lot_status_status_check check (status in ('held', 'recalled', 'excursion'));
