-- Lists of what came in and went out, by partner and by time, and what is found by names and by the numbers of groups.
create index inbox_partner on inbox (partner, received_at, id);
create index inbox_rejected on inbox (received_at, id) where state = 'REJECTED';
create index inbox_file_name on inbox (file_name text_pattern_ops) where file_name <> '';
create index transaction_set_group on transaction_set (ltrim(group_control_number, '0')) where group_control_number <> '';
create index lot_code_prefix on lot (code text_pattern_ops);

-- It was of deliveries that nothing caused; these are found by it as well.
drop index delivery_of_its_own;
create index delivery_created on delivery (created_at, id);
create index delivery_partner on delivery (partner, created_at, id);
create index delivery_file_name on delivery (file_name text_pattern_ops) where file_name <> '';
