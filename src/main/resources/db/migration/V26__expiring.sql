-- What expires in some days is found by its day, as texts that begin with the year; where no day is stated, it follows from when
-- the lot was made.
create index lot_expires on lot (expires collate "C") where expires is not null;
create index lot_made on lot (coalesce(manufactured, packed) collate "C")
    where expires is null and coalesce(manufactured, packed) is not null;
