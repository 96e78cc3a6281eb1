-- Who may what, and what was changed by whom.

-- People and partners who may sign in. A name is free again when its account has ended; rows stay, for what they did.
create table account (
    id           bigint generated always as identity primary key,
    name         text        not null check (name ~ '^[a-z0-9][a-z0-9._@+-]{0,99}$'),
    title        text        not null check (title <> ''),
    role         text        not null check (role in ('partner', 'viewer', 'operator', 'integrator', 'administrator')),
    partner      text        not null default '',          -- a profile's name: only what is theirs is shown
    payloads     boolean     not null,                     -- may see the bytes of documents
    password     text,                                     -- a PHC string; null where another house says who they are
    must_change  boolean     not null default false,
    issuer       text,                                     -- that house and its name for them: OpenID Connect, 'iss' and 'sub'
    subject      text,
    signed_in_at timestamptz,
    made_at      timestamptz not null,
    made_by      text        not null check (made_by <> ''),
    changed_at   timestamptz not null,
    ended_at     timestamptz,
    ended_by     text,
    check ((role = 'partner') = (partner <> '')),
    check ((issuer is null) = (subject is null)),
    check (password is not null or subject is not null or ended_at is not null),
    check ((ended_at is null) = (ended_by is null))
);
create unique index account_name on account (name) where ended_at is null;
create unique index account_subject on account (issuer, subject) where subject is not null and ended_at is null;

-- Wrong passwords since the last right one, by the SHA-256 of the name that was given: also of names that nobody has, so that they
-- are answered alike, and not readable, as people type passwords there by mistake.
create table wrong_try (
    name_sha256 bytea       primary key,
    tries       int         not null,
    last_at     timestamptz not null
);
create index wrong_try_last on wrong_try (last_at);

-- 'id' is the SHA-256 of what the browser shows: who reads the table cannot use it.
create table session (
    id         bytea       primary key check (octet_length(id) = 32),
    account_id bigint      not null references account,
    made_at    timestamptz not null,
    seen_at    timestamptz not null,
    ends_at    timestamptz not null,
    address    text        not null,
    browser    text        not null
);
create index session_account on session (account_id);
create index session_ends on session (ends_at);

-- Keys of programs. 'id' is a part of the key that is no secret, by which it is found and named.
create table api_key (
    id       text        primary key check (id ~ '^[a-z0-9]{10}$'),
    system   text        not null check (system <> ''),
    sha256   bytea       not null check (octet_length(sha256) = 32),
    role     text        not null check (role in ('partner', 'viewer', 'operator', 'integrator', 'administrator')),
    partner  text        not null default '',
    payloads boolean     not null,
    ends_on  date        not null,                         -- the last day on which it is taken, in UTC
    made_at  timestamptz not null,
    made_by  text        not null check (made_by <> ''),
    used_on  date,                                         -- to the day: a write for each call would be dear
    ended_at timestamptz,
    ended_by text,
    check ((role = 'partner') = (partner <> '')),
    check ((ended_at is null) = (ended_by is null))
);

-- What was changed, by whom; and who saw the bytes of a document. 'request' joins all rows of one request. 'actor_id' tells two of one
-- name apart: 'account-12', 'key-ab12cd34ef'.
create table audit (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    actor_kind   text        not null check (actor_kind in ('person', 'partner', 'system', 'command', 'gateway')),
    actor        text        not null check (actor <> ''),
    actor_id     text        not null default '',
    role         text        not null default '',
    address      text        not null default '',
    did          text        not null check (did <> ''),
    subject_kind text        not null check (subject_kind <> ''),
    subject      text        not null check (subject <> ''),
    partner      text        not null default '',          -- whose affair it is
    before       jsonb,
    after        jsonb,
    why          text        not null default '',
    request      text        not null default ''
);
create index audit_at on audit (at, id);
create index audit_subject on audit (subject_kind, subject, id);
create index audit_actor on audit (actor, id);

create function audit_stays() returns trigger language plpgsql as $$
begin
    raise exception 'audit is only ever added to';
end $$;
create trigger audit_stays before update or delete or truncate on audit
    for each statement execute function audit_stays();

-- What was answered to a request that may be sent again; written in the transaction of what it did.
create table repeated_request (
    caller  text        not null,                          -- 'key-...', 'account-...'
    key     text        not null check (length(key) between 1 and 200),
    request bytea       not null check (octet_length(request) = 32),
    status  int         not null,
    type    text        not null,
    body    text        not null,
    made_at timestamptz not null,
    primary key (caller, key)
);
create index repeated_request_made on repeated_request (made_at);
