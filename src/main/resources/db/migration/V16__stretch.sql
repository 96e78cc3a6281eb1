-- Where a delivery that carries some of its set's events finds them: the numbers (lot_event.seq) of the first and the last.
-- Null for the whole set. From then on chosen has a bit for each event of that stretch, and is null when all of it is
-- carried: so no more of a large set is read than is sent, and many parts of one take no more room than few.
alter table delivery
    add column first_event bigint,
    add column last_event  bigint;
