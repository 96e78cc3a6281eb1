-- The file that an inbox row was last fetched from. One that still lies there was left by us (we were killed, or could not
-- move it), not put there again by the partner.
create table pick_up (
    inbox_id bigint primary key references inbox,
    place    text        not null,
    put_at   timestamptz not null
);
