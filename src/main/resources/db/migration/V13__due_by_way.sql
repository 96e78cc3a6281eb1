-- What is due is looked for by way: a partner for whom much waits takes nobody else's turn.
drop index delivery_due;
create index delivery_due on delivery (partner, wire, next_attempt_at, id) where state in ('NEW', 'WRITTEN', 'SENT');
-- What a partner has not answered is counted by subscription.
create index delivery_unanswered on delivery (partner, subscription, changed_at)
    where kind = 'SUBSCRIPTION' and state = 'CONFIRMED' and usage <> '';
-- An APERAK names the document that caused the delivery it speaks of.
create index delivery_set on delivery (set_id) where set_id is not null;
