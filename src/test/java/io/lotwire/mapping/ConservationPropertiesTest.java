package io.lotwire.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.read.InterchangeHandler;
import io.lotwire.edi.read.X12Parser;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.lot.LotEvent;
import io.lotwire.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever shape a ship notice has, every lot of every item comes out once, with all of its quantity. */
class ConservationPropertiesTest {
    private static final Translator SHIP_NOTICE =
            Mappings.load(Path.of("mappings")).named("x12/856").orElseThrow();

    /** How an item states its lots. */
    enum Place {
        /** A pair in LIN, one lot. */
        PAIR,
        /** {@code REF*LT}, one lot. */
        REFERENCE,
        /** A level of its own for each lot. */
        LEVELS
    }

    /**
     * An item on a pallet.
     *
     * @param quantities of its lots
     */
    record Item(Place place, List<Integer> quantities) {}

    @Property(tries = 300)
    void everyLotOfEveryItemBecomesOneEventWithItsQuantity(@ForAll("orders") List<List<List<Item>>> orders)
            throws IOException {
        Notice notice = new Notice();
        orders.forEach(notice::order);
        List<LotEvent> events = translate(notice.text());

        assertThat(events.stream().map(event -> event.lot().code())).containsExactlyElementsOf(notice.lots);
        assertThat(events.stream().map(event -> event.unit().sscc().digits()))
                .containsExactlyElementsOf(notice.pallets);
        assertThat(events.stream().map(event -> event.quantity().value()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.valueOf(notice.total));
        assertThat(events.stream().map(LotEvent::issues)).allMatch(List::isEmpty);
    }

    @Property(tries = 100)
    void aNoticeSentAgainUnderOtherControlNumbersGivesTheSameEventsAndEqualLinesGiveDifferentOnes(
            @ForAll("orders") List<List<List<Item>>> orders) throws IOException {
        Notice notice = new Notice();
        notice.sameLot = true;
        orders.forEach(notice::order);
        List<String> first =
                translate(notice.text()).stream().map(LotEvent::eventId).toList();
        List<String> again = translate(notice.text().replace("987654321", "987654322")).stream()
                .map(LotEvent::eventId)
                .toList();

        assertThat(again).isEqualTo(first);
        assertThat(new HashSet<>(first)).hasSameSizeAs(first);
    }

    @Provide
    Arbitrary<List<List<List<Item>>>> orders() {
        Arbitrary<Integer> quantity = Arbitraries.integers().between(1, 999);
        Arbitrary<Item> oneLot = Combinators.combine(Arbitraries.of(Place.PAIR, Place.REFERENCE), quantity)
                .as((place, value) -> new Item(place, List.of(value)));
        Arbitrary<Item> manyLots =
                quantity.list().ofMinSize(1).ofMaxSize(4).map(values -> new Item(Place.LEVELS, values));
        Arbitrary<List<Item>> pallet =
                Arbitraries.oneOf(oneLot, manyLots).list().ofMinSize(1).ofMaxSize(4);
        return pallet.list().ofMinSize(1).ofMaxSize(3).list().ofMinSize(1).ofMaxSize(3);
    }

    private static List<LotEvent> translate(String text) throws IOException {
        List<LotEvent> events = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        X12Parser.standard().read("notice.edi", new ByteArrayInputStream(bytes), new InterchangeHandler() {
            @Override
            public void transactionSet(TransactionSet set) {
                problems.addAll(set.problems());
                Translation made = SHIP_NOTICE.translate(set, new Origin("farm", "notice.edi", ""), true);
                problems.addAll(made.problems());
                events.addAll(made.events());
            }

            @Override
            public void problem(Problem problem) {
                problems.add(problem);
            }
        });
        assertThat(problems).isEmpty();
        return events;
    }

    /** Writes a ship notice, and remembers what must come out of it. */
    private static final class Notice {
        private final List<String> lots = new ArrayList<>();
        private final List<String> pallets = new ArrayList<>();
        private final StringBuilder levels = new StringBuilder();
        private boolean sameLot;
        private int level = 1;
        private int segments;
        private long total;

        void order(List<List<Item>> palletsOfOrder) {
            int order = level(1, "O");
            segment("PRF*" + order);
            palletsOfOrder.forEach(items -> pallet(order, items));
        }

        private void pallet(int order, List<Item> items) {
            int pallet = level(order, "T");
            String sscc = sscc(pallet);
            segment("MAN*GM*00" + sscc);
            items.forEach(item -> item(pallet, sscc, item));
        }

        private void item(int pallet, String sscc, Item item) {
            int sum = item.quantities.stream().mapToInt(Integer::intValue).sum();
            int itemLevel = level(pallet, "I");
            String lot = item.place == Place.LEVELS ? "" : lot(sscc, sum);
            segment("LIN**UK*10614141000019" + (item.place == Place.PAIR ? "*LT*" + lot : ""));
            segment("SN1**" + sum + "*CA");
            if (item.place == Place.REFERENCE) {
                segment("REF*LT*" + lot);
            }
            if (item.place == Place.LEVELS) {
                for (int quantity : item.quantities) {
                    level(itemLevel, "ZZ");
                    segment("LIN**LT*" + lot(sscc, quantity));
                    segment("SN1**" + quantity + "*CA");
                }
            }
        }

        private String lot(String sscc, int quantity) {
            String lot = sameLot ? "SAME" : "L" + (lots.size() + 1);
            lots.add(lot);
            pallets.add(sscc);
            total += quantity;
            return lot;
        }

        private int level(int parent, String code) {
            level++;
            segment("HL*" + level + "*" + parent + "*" + code);
            return level;
        }

        private void segment(String text) {
            segments++;
            levels.append(text).append('~');
        }

        private static String sscc(int number) {
            String digits = String.format("0061414%010d", number);
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                sum += (i % 2 == 0 ? 3 : 1) * (digits.charAt(i) - '0');
            }
            return digits + (10 - sum % 10) % 10;
        }

        String text() {
            return "ISA*00*          *00*          *ZZ*FARM           *ZZ*US             *260304*1430*U*00401*987654321"
                    + "*0*P*>~GS*SH*FARM*US*20260304*1430*1*X*004010~ST*856*0001~BSN*00*N1*20260304*1430~HL*1**S~"
                    + levels + "CTT*" + level + "~SE*" + (segments + 5) + "*0001~GE*1*1~IEA*1*987654321~";
        }
    }
}
