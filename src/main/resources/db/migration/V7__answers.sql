-- A partner's TA1 or CONTRL names the interchange that it speaks of.
create index delivery_interchange on delivery (partner, ltrim(interchange_control_number, '0'))
    where interchange_control_number <> '';
