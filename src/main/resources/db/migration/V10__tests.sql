-- Test interchanges are answered like real ones, but give no lot events.
alter table transaction_set drop constraint transaction_set_state_check;
alter table transaction_set add constraint transaction_set_state_check
    check (state in ('ACCEPTED', 'ACCEPTED_WITH_ERRORS', 'REJECTED', 'TRANSLATED', 'TESTED', 'PARKED'));
