-- Lot events: what nothing is asked by goes, and what is asked by takes few bytes, so that the indexes of many millions of
-- events stay in memory. An id is the SHA-256 itself, an SSCC the number that its 18 digits are; the event is the text
-- that was given, which nobody looks into here.
drop index lot_event_lot;
drop index lot_event_gtin;
drop index lot_event_sscc;
drop index lot_event_parent_sscc;
drop index lot_event_partner;

-- Events are never deleted, so that the lot need not have its first event looked up each time.
alter table lot drop constraint lot_first_event_id_fkey;
alter table lot alter column first_event_id type bytea using decode(first_event_id, 'hex');

alter table lot_event
    drop column partner,
    drop column inbox_id,
    drop column type,
    drop column purpose,
    drop column event_time,
    drop column gtin,
    alter column event_id type bytea using decode(event_id, 'hex'),
    alter column sscc type bigint using cast(sscc as bigint),
    alter column parent_sscc type bigint using cast(parent_sscc as bigint),
    alter column event type text using cast(event as text),
    alter column stated type text using cast(stated as text),
    alter column set_id set not null;

create index lot_event_lot on lot_event (lot_code) where lot_code is not null;
create index lot_event_sscc on lot_event (sscc) where sscc is not null;
create index lot_event_parent_sscc on lot_event (parent_sscc) where parent_sscc is not null;

-- A slice of a large file asks for its sets, and not for all of the file's.
drop index transaction_set_inbox;
create index transaction_set_inbox on transaction_set (inbox_id, ordinal);
