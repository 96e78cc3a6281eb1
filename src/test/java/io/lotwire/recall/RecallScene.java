package io.lotwire.recall;

import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.gateway.step.CountingDatabase;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.Documents;
import io.lotwire.ledger.EventSamples;
import io.lotwire.ledger.EventToStore;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.read.ProfileFolder;
import io.lotwire.registry.LotRegistry;
import io.lotwire.registry.StoredEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A farm, a warehouse that is ours, a retailer with a store, and a customer without a profile; for tests. */
public final class RecallScene {
    static final String ROMAINE = "00614141000012";
    static final Party FARM = EventSamples.party("0614141000005", "Green Valley Farm");
    static final Party US = EventSamples.party("9506000110004", "Northgate Distribution");
    static final Party RETAILER = EventSamples.party("9506000130002", "Fairway Markets");
    static final Party STORE = EventSamples.party("9506000130019", "Fairway Store 7");
    static final Party CORNER = EventSamples.party("", "Corner Shop");

    private final DatabaseAddress database;
    private final CountingDatabase counting;
    private final Ledger ledger;
    private final Path folder;
    private final MovedClock clock = new MovedClock();

    /** @param folder where profiles are written */
    public RecallScene(Path folder) throws SQLException, IOException {
        this.folder = folder;
        database = TestDatabase.fresh();
        counting = new CountingDatabase(database.unpooled());
        ledger = new Ledger(counting.source(), clock);
        profile("us", """
                title: Northgate Distribution
                self: true
                identity: { gln: "9506000110004", x12: { qualifier: ZZ, id: NORTHGATE } }
                """);
        profile("green-valley-farm", """
                title: Green Valley Farm
                identity: { gln: "0614141000005" }
                """);
    }

    /** A clock that tests set. */
    static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-03-10T03:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Where its ledger is. */
    public DatabaseAddress database() {
        return database;
    }

    public Ledger ledger() {
        return ledger;
    }

    /** How many statements were asked since the last time. */
    int statements() {
        return counting.asked().statements();
    }

    public Clock clock() {
        return clock;
    }

    void later(Duration by) {
        clock.now = clock.now.plus(by);
    }

    /** Writes a profile. */
    public void profile(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), "name: " + name + "\n" + text);
    }

    /** A retailer who has a folder wire and agreed to this. */
    public void retailer(String recall) throws IOException {
        profile("fairway-markets", """
                title: Fairway Markets
                identity: { gln: "9506000130002", x12: { qualifier: ZZ, id: FAIRWAY }, test: {} }
                wires: { folder: { dropOff: { directory: %s } } }
                recall: { %s }
                """.formatted(folder, recall));
    }

    public Profiles profiles() {
        return ProfileFolder.load(folder, name -> null);
    }

    /** A document comes in. */
    void document(String number, EventSamples... events) {
        ledger.useTransaction(tx -> {
            String partner = events[0].event().source().partner();
            String kind = events[0].event().source().document();
            long set = Documents.set(tx, Documents.inbox(tx, partner), partner, kind, number, Purpose.ORIGINAL);
            List<EventToStore> toStore = new ArrayList<>();
            for (EventSamples event : events) {
                toStore.add(EventSamples.toStore(set, event.event()));
            }
            Map<String, Long> stored = tx.events().store(toStore);
            new LotRegistry(tx)
                    .keep(toStore.stream()
                            .map(each -> new StoredEvent(stored.get(each.event().eventId()), set, each.event()))
                            .toList());
        });
    }

    /** 120 cases of lot A1 go from the farm to us, 50 to the retailer's store and 30 to the customer; the store counts 48. */
    public void usual() {
        document("S1", shipped("1", "A1", "120", FARM, US).reference("asn", "S1"));
        document(
                "S2",
                shipped("2", "A1", "50", US, STORE)
                        .on("2026-03-05")
                        .reference("asn", "S2")
                        .pallet("006141411234567890"),
                shipped("3", "B1", "5", US, STORE).on("2026-03-05").reference("asn", "S2"));
        document("S3", shipped("4", "A1", "30", US, CORNER).on("2026-03-05").reference("asn", "S3"));
        document(
                "R2",
                EventSamples.of(EventType.RECEIVED, "5")
                        .gtin(ROMAINE)
                        .lot("A1")
                        .cases("48")
                        .pallet("006141411234567890")
                        .on("2026-03-06")
                        .from(US)
                        .to(STORE)
                        .by("fairway-markets", "861"));
        ledger.useTransaction(tx -> tx.handle()
                .execute("insert into party (gln, name, parent, telephone, first_seen_at)"
                        + " values ('9506000130019', 'Fairway Store 7', '9506000130002', null, now()),"
                        + " (null, 'Corner Shop', null, '555-0100', now())"));
    }

    static EventSamples shipped(String id, String lot, String cases, Party from, Party to) {
        return EventSamples.shipped(id)
                .gtin(ROMAINE)
                .described("Romaine")
                .lot(lot)
                .cases(cases)
                .from(from)
                .to(to);
    }

    public static Scope lot(String code) {
        return new Scope(List.of(code), "", "", "", "", "");
    }

    public Affected affected(Scope scope) {
        return ledger.inTransaction(tx -> {
            AffectedGoods goods = new AffectedGoods(tx, new Partners(profiles().good()));
            return goods.reachedFrom(goods.lots(scope));
        });
    }

    List<NoticePlan.Planned> plan(Affected affected) {
        return ledger.inTransaction(tx -> NoticePlan.of(tx, affected, profiles()));
    }

    public Optional<RecallOpening.Opened> open(Scope scope, boolean drill) {
        Profiles profiles = profiles();
        return ledger.inTransaction(tx -> new RecallOpening(tx, profiles, clock)
                .open(new RecallOpening.Wanted(scope, "Salmonella", "555-0199", "ann", drill)));
    }

    public Recall recall(long id) {
        return ledger.inTransaction(tx -> new Recalls(tx).find(id).orElseThrow());
    }

    public RecallWatch.Found look() {
        return ledger.inTransaction(tx -> new RecallWatch(tx).look());
    }

    /** As if the wire, or the partner, had said something of all that is on its way. */
    public void becomes(DeliveryState state) {
        Instant now = clock.instant();
        ledger.useTransaction(tx -> tx.handle()
                .execute(
                        "update delivery set state = ?, cause = case ? when 'PARKED' then 'UNKNOWN' end, confirmation = 'it is there',"
                                + " changed_at = cast(? as timestamptz) where state in ('NEW', 'WRITTEN', 'SENT')",
                        state.name(),
                        state.name(),
                        now.toString()));
    }

    public long count(String query) {
        return ledger.inTransaction(
                tx -> tx.handle().createQuery(query).mapTo(Long.class).one());
    }
}
