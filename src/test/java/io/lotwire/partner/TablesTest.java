package io.lotwire.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.EventType;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.Party;
import io.lotwire.lot.PartyId;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Quantity;
import io.lotwire.partner.read.ProfileFolder;
import io.lotwire.partner.table.Tables;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
    private static final Gtin ROMAINE = new Gtin("10614141000019");
    private static final Gln STORE = new Gln("9506000130002");
    private static final Lot LOT = new Lot(" r001a ", LotKind.LOT, "", "", "", "", "", null);

    @TempDir
    Path folder;

    @BeforeEach
    void writeTables() throws IOException {
        Files.createDirectories(folder.resolve("acme"));
        Files.writeString(
                folder.resolve("acme/items.csv"),
                "vendor,gtin,sku,description\nA-1,10614141000019,S-1,\"Romaine, whole\"\nA-2,10614141000026,,\n");
        Files.writeString(folder.resolve("acme/units.csv"), "theirs,unit\nCS,CA\n");
        Files.writeString(
                folder.resolve("acme/parties.csv"), "assigned-by-buyer,gln,name\nS12,9506000130002,Store 12\n");
    }

    @Test
    void whatTheySendIsUnderstoodAndLotAndUnitStayAsSent() {
        LotEvent sent = event(
                new Item(null, List.of(new ItemId("vendor", "A-1")), ""),
                new Party(null, "", List.of(new PartyId("assigned-by-buyer", "S12")), null));

        Tables.Told told = tables("warn").received(List.of(sent), "in.edi");

        LotEvent event = told.events().get(0);
        assertThat(told.problems()).isEmpty();
        assertThat(event.item())
                .isEqualTo(new Item(
                        ROMAINE, List.of(new ItemId("vendor", "A-1"), new ItemId("sku", "S-1")), "Romaine, whole"));
        assertThat(event.shipTo().gln()).isEqualTo(STORE);
        assertThat(event.shipTo().name()).isEqualTo("Store 12");
        assertThat(event.lot()).isEqualTo(LOT);
        assertThat(event.quantity().unit()).isEqualTo("CA");
        assertThat(event.eventId()).isEqualTo(sent.eventId());
        assertThat(event.issues()).isEmpty();
    }

    @Test
    void whatTheyGetIsSaidInTheirWords() {
        LotEvent known = event(
                new Item(ROMAINE, List.of(new ItemId("sku", "X"), new ItemId("vendor", "of another")), ""),
                new Party(STORE, "Fairway Store 12", List.of(), null));

        LotEvent event = tables("warn").sending(true).tell(known);

        assertThat(event.item().gtin()).isEqualTo(ROMAINE);
        assertThat(event.item().ids()).containsExactly(new ItemId("vendor", "A-1"), new ItemId("sku", "X"));
        assertThat(event.quantity().unit()).isEqualTo("CS");
        assertThat(event.shipTo())
                .isEqualTo(new Party(null, "Fairway Store 12", List.of(new PartyId("assigned-by-buyer", "S12")), null));
        assertThat(event.lot()).isEqualTo(LOT);
        assertThat(tables("warn").sending(false).tell(known).shipTo().gln()).isEqualTo(STORE);
    }

    @Test
    void aMissDoesWhatTheTableSaysAndIsNeverSilent() {
        LotEvent unknown = event(new Item(null, List.of(new ItemId("vendor", "A-9")), ""), null);

        Tables.Told kept = tables("keep").received(List.of(unknown), "in.edi");
        Tables.Told warned = tables("warn").received(List.of(unknown), "in.edi");
        Tables.Told rejected = tables("reject").received(List.of(unknown), "in.edi");

        assertThat(kept.problems()).isEmpty();
        assertThat(warned.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(IssueCode.TABLE_MISS);
            assertThat(problem.isError()).isFalse();
            assertThat(problem.message())
                    .isEqualTo("The table of items has no row with 'A-9' in column 'vendor': add it there.");
        });
        assertThat(rejected.problems()).singleElement().matches(Problem::isError);
        assertThat(List.of(kept, warned, rejected)).allSatisfy(told -> assertThat(told.events())
                .singleElement()
                .satisfies(event ->
                        assertThat(event.issues()).extracting(Issue::code).containsExactly(IssueCode.TABLE_MISS)));
    }

    @Test
    void aCodeThatIsMissedOnManyLinesIsToldOnceWithItsCount() {
        LotEvent unknown = event(new Item(null, List.of(new ItemId("vendor", "A-9")), ""), null);
        LotEvent other = event(new Item(null, List.of(new ItemId("vendor", "A-8")), ""), null);

        Tables.Told told = tables("warn").received(List.of(unknown, other, unknown, unknown), "in.edi");

        assertThat(told.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "The table of items has no row with 'A-9' in column 'vendor': add it there."
                                + " (3 times in this document, here first.)",
                        "The table of items has no row with 'A-8' in column 'vendor': add it there.");
        assertThat(told.events()).allSatisfy(event -> assertThat(event.issues()).hasSize(1));
    }

    @Test
    void whereDocumentAndTableDifferTheDocumentCounts() {
        LotEvent other = event(
                new Item(new Gtin("00614141000012"), List.of(new ItemId("vendor", "A-1")), "Its own words"), null);

        Tables.Told told = tables("warn").received(List.of(other), "in.edi");

        assertThat(told.events().get(0).item().gtin().digits()).isEqualTo("00614141000012");
        assertThat(told.events().get(0).item().description()).isEqualTo("Its own words");
        assertThat(told.problems()).extracting(Problem::code).containsExactly(IssueCode.TABLE_CONFLICT);
    }

    @Test
    void anotherTableMakesAnotherVersion() throws IOException {
        String before = profile("warn").version().id();
        Files.writeString(folder.resolve("acme/units.csv"), "theirs,unit\nCT,CA\n");
        assertThat(profile("warn").version().id()).isNotEqualTo(before);
    }

    private Tables tables(String onMiss) {
        return profile(onMiss).tables();
    }

    private Profile profile(String onMiss) {
        try {
            Files.writeString(folder.resolve("acme.yaml"), """
                    name: acme
                    title: Acme
                    identity: {}
                    tables:
                      items: { onMiss: %s }
                      units: { onMiss: %s }
                      parties: { from: assigned-by-buyer, onMiss: %s }
                    """.formatted(onMiss, onMiss, onMiss));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Profiles profiles = ProfileFolder.load(folder, Map.<String, String>of()::get);
        assertThat(profiles.problems()).isEmpty();
        return profiles.byName("acme").orElseThrow();
    }

    private static LotEvent event(Item item, Party shipTo) {
        return new LotEvent(
                "id",
                EventType.SHIPPED,
                Purpose.ORIGINAL,
                null,
                item,
                LOT,
                new Quantity(BigDecimal.TEN, "CA", null),
                null,
                null,
                shipTo,
                List.of(),
                null,
                List.of());
    }
}
