-- Why a row was not taken or waits, as a code beside the sentence for people. Rows of older versions get the code that
-- their sentence or their problems tell, else UNKNOWN.
alter table inbox add column cause text;
update inbox set cause = case
        when state = 'PARKED' and conflicts_with is not null then 'MESSAGE_ID_REUSED'
        when state = 'PARKED' and reason like 'There is no working profile of %' then 'PROFILE_MISSING'
        when state = 'PARKED' and reason like 'The reader failed on this file: %' then 'READER_FAILED'
        when state = 'PARKED' and wire = 'jms' then 'NOT_READABLE'
        when state = 'PARKED' then 'UNKNOWN'
        when problems @> '[{"code": "INTERCHANGE_DUPLICATE"}]' then 'CAME_BEFORE'
        else 'NOT_USABLE' end
    where state in ('PARKED', 'REJECTED');
alter table inbox add constraint inbox_cause check ((state in ('PARKED', 'REJECTED')) = (cause is not null));
create index inbox_parked on inbox (cause, id) where state = 'PARKED';

alter table transaction_set
    add column cause  text,
    add column reason text not null default '';
update transaction_set set
        cause = case
            when state = 'REJECTED' then 'NOT_USABLE'
            when problems @> '[{"code": "NO_MAPPING"}]' then 'MAPPING_MISSING'
            when problems @> '[{"code": "MAPPING_FAILED"}]' then 'MAPPING_FAILED'
            when problems @> '[{"code": "TEXT_TO_READ"}]' then 'TEXT_TO_READ'
            when problems @> '[{"code": "ADVICE_ABOUT_NOTHING_OF_OURS"}]' then 'ADVICE_TO_READ'
            when problems @> '[{"severity": "error"}]' then 'DOCUMENT_INCOMPLETE'
            else 'UNKNOWN' end,
        reason = coalesce(
            jsonb_path_query_first(problems, '$[*] ? (@.severity == "error")') ->> 'message', problems -> 0 ->> 'message', '')
    where state in ('PARKED', 'REJECTED');
alter table transaction_set
    add constraint transaction_set_cause check ((state in ('PARKED', 'REJECTED')) = (cause is not null));
create index transaction_set_parked on transaction_set (cause, id) where state = 'PARKED';

-- A delivery also has a cause while it waits for its next attempt.
alter table delivery add column cause text;
update delivery set cause = case
        when state <> 'PARKED' and last_error = 'No receipt came in time' then 'RECEIPT_MISSING'
        when state <> 'PARKED' then 'ATTEMPT_FAILED'
        when last_error like 'The profile of % has no working subscription %' then 'SUBSCRIPTION_MISSING'
        when last_error like 'The document cannot be written: %' then 'DOCUMENT_UNWRITABLE'
        when last_error like 'REFUSED: %' then 'REFUSED_BY_PARTNER'
        when last_error like 'REDIRECTED: %' then 'ADDRESS_MOVED'
        when deadline <= changed_at then 'DEADLINE_PAST'
        when attempts >= 440 then 'ATTEMPTS_EXHAUSTED'
        else 'UNKNOWN' end
    where state = 'PARKED' or state in ('NEW', 'WRITTEN') and last_error <> '';
alter table delivery add constraint delivery_cause check (state <> 'PARKED' or cause is not null);
create index delivery_parked on delivery (cause, id) where state = 'PARKED';
