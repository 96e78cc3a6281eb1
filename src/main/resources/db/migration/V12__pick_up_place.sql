-- A file that was left with a partner is looked for by its place.
create index pick_up_place on pick_up (place, put_at);
