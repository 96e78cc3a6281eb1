-- How long bytes are kept: what is held longer, and what was let go. Rows stay, with the SHA-256 and the size of what they had.

alter table inbox add column purged_at timestamptz;
alter table delivery add column purged_at timestamptz;

-- Deliveries that are made of nothing that came in are found by their time, the others by that of what they are made of. Of no other
-- delivery does this cost anything.
create index delivery_of_its_own on delivery (created_at, id) where inbox_id is null;

-- Files of the archive that a row let go: to be deleted when no other row needs them.
create table purged_content (
    sha256    text        primary key,
    purged_at timestamptz not null
);

-- What must be kept whatever its retention: all, all of a partner, or all about a lot.
create table legal_hold (
    id        bigint generated always as identity primary key,
    partner   text        not null default '',
    lot_id    bigint      references lot,
    why       text        not null check (why <> ''),
    reference text        not null default '',
    set_by    text        not null check (set_by <> ''),
    since     timestamptz not null,
    until     timestamptz,
    ended_by  text,
    ended_why text,
    check (partner = '' or lot_id is null),
    check ((until is null) = (ended_by is null))
);
create index legal_hold_standing on legal_hold (id) where until is null;
