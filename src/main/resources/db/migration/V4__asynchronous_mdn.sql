-- Receipts that travel as messages of their own. Theirs: an MDN of ours is a delivery, with the address that it goes to.
-- Ours: a message is SENT until its MDN comes, and is kept as it travelled, to be compared and sent again.
alter table delivery drop constraint delivery_kind_check;
alter table delivery add constraint delivery_kind_check check (kind in ('SUBSCRIPTION', 'ACKNOWLEDGEMENT', 'MDN'));
alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check
    check (state in ('NEW', 'WRITTEN', 'SENT', 'CONFIRMED', 'ACCEPTED', 'REJECTED', 'PARKED'));
alter table delivery
    add column address      text not null default '',
    add column deadline     timestamptz,
    add column sent_headers jsonb,
    add column sent_sha256  text,
    add column sent_size    bigint,
    add column sent_mic     text not null default '';
drop index delivery_due;
create index delivery_due on delivery (next_attempt_at, id) where state in ('NEW', 'WRITTEN', 'SENT');
