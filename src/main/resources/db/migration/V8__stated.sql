-- The event as its document states it, where the registry completed it; null where it added nothing. What the partner said
-- can be told from what we knew, and a changed mapping compared with what the old one made.
alter table lot_event add column stated jsonb;
create index inbox_received on inbox (received_at, id);
