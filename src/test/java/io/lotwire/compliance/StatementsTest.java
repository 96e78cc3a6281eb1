package io.lotwire.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.Condition;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.Transformation.Role;
import io.lotwire.partner.FoodTraceability;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementsTest {
    private FoodLedger food;

    @BeforeEach
    void open() throws SQLException {
        food = new FoodLedger();
    }

    @Test
    void eachKindOfEventIsTheTrackingEventThatItsPartnersRoleMakesIt() throws IOException {
        food.document("ASN-1", Told.shipped("a").lot("A"));
        food.document(
                "field-crew",
                "856",
                "H-1",
                Purpose.ORIGINAL,
                Told.shipped("b").lot("B").by("field-crew", "856"));
        food.document(
                "ice-works",
                "856",
                "C-1",
                Purpose.ORIGINAL,
                Told.shipped("c").lot("C").by("ice-works", "856"));
        food.document(
                "harbor", "861", "R-1", Purpose.ORIGINAL, received("d").lot("D").by("harbor", "861"));
        food.document(
                "quay", "861", "R-2", Purpose.ORIGINAL, received("e").lot("E").by("quay", "861"));
        food.document(
                "ASN-2",
                Told.of(EventType.PACKED, "f").lot("F"),
                Told.of(EventType.TRANSFORMED, "g").lot("G"));

        Terms terms = new Terms(
                false,
                FoodTraceability.NO_ENFORCEMENT_BEFORE,
                Map.of(
                        "field-crew", FoodTraceability.Role.HARVESTER,
                        "ice-works", FoodTraceability.Role.COOLER,
                        "quay", FoodTraceability.Role.FIRST_LAND_BASED_RECEIVER));
        assertThat(food.statements(Selection.ALL, terms))
                .extracting(
                        each -> each.kind().word() + " " + each.event().lot().code())
                .containsExactly(
                        "shipping A",
                        "harvesting B",
                        "cooling C",
                        "receiving D",
                        "first-land-based-receiving E",
                        "initial-packing F",
                        "transformation G");
    }

    @Test
    void whatDidNotMoveFoodIsNoTrackingEvent() throws IOException {
        food.document(
                "ASN-1",
                Told.of(EventType.ORDERED, "a"),
                Told.of(EventType.COUNTED, "b"),
                Told.of(EventType.PACKED, "c").on(new Sscc("006141411234567890")),
                received("d").in(Condition.SHORT),
                received("e").in(Condition.REFUSED),
                Told.shipped("f").in(Condition.HELD));

        assertThat(food.statements(Selection.ALL)).isEmpty();
    }

    @Test
    void whatALaterDocumentCancelledOrReplacedIsNotTold() throws IOException {
        food.document("ASN-1", Told.shipped("a").lot("A"));
        food.document("ASN-2", Told.shipped("b").lot("B"));
        food.document("ASN-3", Told.shipped("c").lot("C"));
        food.document("green-valley-farm", "856", "ASN-1", Purpose.CANCEL);
        food.document(
                "green-valley-farm",
                "856",
                "ASN-2",
                Purpose.REPLACE,
                Told.shipped("d").lot("D"));
        food.document("someone-else", "856", "ASN-3", Purpose.CANCEL);

        assertThat(lots(Selection.ALL)).containsExactly("C", "D");
    }

    @Test
    void aSelectionIsByLotProductPlaceAndDay() throws IOException {
        food.document(
                "ASN-1",
                Told.shipped("a").lot("A").on("2026-03-01"),
                Told.shipped("b").lot("A").item(Told.SALAD, "Salad").on("2026-03-02"),
                Told.shipped("c").lot("C").to(Told.STORE).on("2026-03-03"));

        assertThat(lots(Selection.ofLot("A"))).containsExactly("A", "A");
        assertThat(lots(selection(Optional.of("A"), Optional.of(Told.SALAD), Optional.empty())))
                .hasSize(1);
        assertThat(lots(selection(Optional.empty(), Optional.empty(), Optional.of(Told.ROMAINE))))
                .containsExactly("A", "C");
        assertThat(lots(at("0614141000029"))).containsExactly("C");
        assertThat(lots(at("corner market"))).containsExactly("C");
        assertThat(lots(days("2026-03-02", "2026-03-02"))).containsExactly("A");
        assertThat(lots(days("2026-03-02", "2026-03-03"))).containsExactly("A", "C");
        assertThat(lots(Selection.ofLot("a"))).isEmpty();
    }

    @Test
    void aLotWithoutAProductIsFoundByItsCode() throws IOException {
        food.document("ASN-1", Told.shipped("a").lot("A").item("", "Romaine hearts"));

        assertThat(lots(Selection.ofLot("A"))).containsExactly("A");
    }

    @Test
    void eachInputOfARunIsToldWithWhatCameOutOfIt() throws IOException {
        food.document(
                "RUN-7",
                transformed("a").lot("A").run("7", Role.INPUT),
                transformed("b").lot("B").run("7", Role.INPUT),
                transformed("c").lot("S").item(Told.SALAD, "Salad").run("7", Role.OUTPUT));

        assertThat(runs(Selection.ALL)).containsExactly("A > S", "B > S again");
        assertThat(runs(Selection.ofLot("S"))).containsExactly("A > S", "B > S again");
    }

    @Test
    void whereSeveralThingsCameOutOfARunWhichInputIsInWhichIsNotMadeUp() throws IOException {
        food.document(
                "RUN-7",
                transformed("a").lot("A").run("7", Role.INPUT),
                transformed("b").lot("S").run("7", Role.OUTPUT),
                transformed("c").lot("T").run("7", Role.OUTPUT),
                transformed("d").lot("B").run("8", Role.INPUT));

        assertThat(runs(Selection.ALL)).containsExactly("A > -", "- > S", "- > T", "B > -");
    }

    private List<String> lots(Selection selection) throws IOException {
        return food.statements(selection).stream()
                .map(each -> each.event().lot().code())
                .toList();
    }

    private List<String> runs(Selection selection) throws IOException {
        return food.statements(selection).stream()
                .map(each -> (each.used() == null ? "-" : each.used().lot().code()) + " > "
                        + (each.produced() == null ? "-" : each.produced().lot().code())
                        + (each.again() ? " again" : ""))
                .toList();
    }

    private static Told received(String id) {
        return Told.of(EventType.RECEIVED, id);
    }

    private static Told transformed(String id) {
        return Told.of(EventType.TRANSFORMED, id);
    }

    private static Selection selection(Optional<String> lot, Optional<String> gtin, Optional<String> product) {
        return new Selection(
                lot, gtin.map(Gtin::new), product.map(Gtin::new), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Selection at(String place) {
        return new Selection(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(place),
                Optional.empty(),
                Optional.empty());
    }

    private static Selection days(String from, String to) {
        return new Selection(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.parse(from)),
                Optional.of(LocalDate.parse(to)));
    }
}
