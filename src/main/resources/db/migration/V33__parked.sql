-- What a person does about things that are parked; and a state for those that need nothing more.

alter table inbox drop constraint inbox_state_check;
alter table inbox add constraint inbox_state_check
    check (state in ('RECEIVED', 'READ', 'TRANSLATED', 'REJECTED', 'PARKED', 'DISMISSED'));
alter table inbox drop constraint inbox_cause;
alter table inbox add constraint inbox_cause check ((state in ('PARKED', 'REJECTED', 'DISMISSED')) = (cause is not null));

alter table transaction_set drop constraint transaction_set_state_check;
alter table transaction_set add constraint transaction_set_state_check
    check (state in ('ACCEPTED', 'ACCEPTED_WITH_ERRORS', 'REJECTED', 'TRANSLATED', 'TESTED', 'PARKED', 'DISMISSED'));
alter table transaction_set drop constraint transaction_set_cause;
alter table transaction_set add constraint transaction_set_cause
    check ((state in ('PARKED', 'REJECTED', 'DISMISSED')) = (cause is not null));

alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check
    check (state in ('NEW', 'WRITTEN', 'SENT', 'CONFIRMED', 'ACCEPTED', 'REJECTED', 'PARKED', 'DISMISSED'));
alter table delivery drop constraint delivery_cause;
alter table delivery add constraint delivery_cause check (state not in ('PARKED', 'DISMISSED') or cause is not null);

-- 'cause' and 'reason' are those that it was parked with, which a release takes away.
create table parked_step (
    id      bigint generated always as identity primary key,
    kind    text        not null check (kind in ('file', 'document', 'delivery')),
    row_id  bigint      not null,
    did     text        not null check (did in ('released', 'dismissed', 'noted')),
    at      timestamptz not null,
    by_whom text        not null check (by_whom <> ''),
    note    text        not null default '',
    cause   text        not null,
    reason  text        not null
);
create index parked_step_of on parked_step (kind, row_id, id);

create function parked_step_stays() returns trigger language plpgsql as $$
begin
    raise exception 'parked_step is only ever added to';
end $$;
create trigger parked_step_stays before update or delete or truncate on parked_step
    for each statement execute function parked_step_stays();
