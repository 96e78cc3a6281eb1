package io.lotwire.document;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.EventSource;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Item;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Source;
import io.lotwire.lot.Sscc;
import io.lotwire.partner.Conventions;
import io.lotwire.partner.Subscription;
import io.lotwire.partner.Subscription.Format;
import io.lotwire.partner.Subscription.Send;
import io.lotwire.partner.Subscription.Split;
import io.lotwire.partner.Subscription.When;
import io.lotwire.writing.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PartsTest {
    private static final List<Party> STORES = List.of(
            new Party(new Gln("9506000130002"), "Store 12", List.of(), null),
            new Party(new Gln("9506000163000"), "Store 13", List.of(), null));

    @Provide
    Arbitrary<List<LotEvent>> events() {
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 1);
        Arbitrary<LogisticUnit> units = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 3))
                .as(PartsTest::carton)
                .injectNull(0.3);
        return Combinators.combine(few, few, few, units)
                .as(PartsTest::event)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<Split> splits() {
        return Combinators.combine(
                        Arbitraries.of(Split.By.class).injectNull(0.3),
                        Arbitraries.integers().between(1, 20))
                .as(Split::new);
    }

    @Property(tries = 500)
    void eachEventIsInOnePartAndStaysInItsOrder(@ForAll("events") List<LotEvent> events, @ForAll("splits") Split split)
            throws IOException {
        EventSource all = EventSource.of(events);
        Parts parts = Parts.of(all, subscription(Format.LOT_CSV, split));

        List<List<LotEvent>> expected = new ArrayList<>();
        IntStream.range(0, parts.count()).forEach(part -> expected.add(new ArrayList<>()));
        for (int i = 0; i < events.size(); i++) {
            expected.get(parts.of(i) - 1).add(events.get(i));
        }

        for (int part = 1; part <= parts.count(); part++) {
            EventSource its = parts.events(all, part);
            assertThat(its.toList()).isEqualTo(expected.get(part - 1)).isNotEmpty();
            assertThat(its.count()).isEqualTo(expected.get(part - 1).size());
        }
    }

    @Property(tries = 500)
    void noPartIsLargerOrOfMoreThanWasAskedFor(@ForAll("events") List<LotEvent> events, @ForAll("splits") Split split)
            throws IOException {
        for (List<LotEvent> part : parts(events, split)) {
            assertThat(part).hasSizeLessThanOrEqualTo(split.events());
            if (split.by() != null) {
                assertThat(part.stream().map(LotEvent::shipTo).distinct()).hasSize(1);
                assertThat(part.stream().map(each -> each.reference("shipment")).distinct())
                        .hasSize(1);
            }
            if (split.by() == Split.By.ORDER) {
                assertThat(part.stream().map(LotEvent::order).distinct()).hasSize(1);
            }
        }
    }

    @Property(tries = 500)
    void aPalletThatFitsIsNotTornApart(@ForAll("events") List<LotEvent> events, @ForAll("splits") Split split)
            throws IOException {
        Map<List<Object>, Long> sizes = events.stream().collect(groupingBy(event -> pallet(event, split), counting()));
        Set<List<Object>> seen = new HashSet<>();
        for (List<LotEvent> part : parts(events, split)) {
            Set<List<Object>> here = new HashSet<>();
            part.stream()
                    .filter(event -> event.unit() != null)
                    .map(event -> pallet(event, split))
                    .filter(pallet -> sizes.get(pallet) <= split.events())
                    .forEach(here::add);
            assertThat(Collections.disjoint(here, seen)).isTrue();
            seen.addAll(here);
        }
    }

    @Property(tries = 200)
    void aDocumentIsSplitOnlyWhereItMustBe(@ForAll("events") List<LotEvent> events) throws IOException {
        assertThat(parts(events, Split.NONE)).containsExactly(events);
        assertThat(parts(events, new Split(null, events.size()))).containsExactly(events);
    }

    @Example
    void whatOneDocumentOfAFormatDoesNotHoldIsSplitAllTheSame() throws IOException {
        LotEvent event = event(0, 0, 0, null);
        EventSource many = new EventSource() {
            @Override
            public int count() {
                return 2 * Format.X12_856.mostEvents() + 1;
            }

            @Override
            public void forEach(Taker taker) throws IOException {
                for (int i = 0; i < count(); i++) {
                    taker.take(event);
                }
            }
        };

        Parts parts = Parts.of(many, subscription(Format.X12_856, Split.NONE));

        assertThat(parts.count()).isEqualTo(3);
        assertThat(parts.events(many, 1).count()).isEqualTo(Format.X12_856.mostEvents());
        assertThat(parts.events(many, 3).count()).isEqualTo(1);
        assertThat(Parts.of(many, subscription(Format.EPCIS, Split.NONE)).count())
                .isEqualTo(1);
    }

    @Example
    void eachPartHasANumberOfItsOwn() {
        assertThat(Part.WHOLE.numbered("GV001")).isEqualTo("GV001");
        assertThat(new Part(2, 3).numbered("GV001")).isEqualTo("GV001-2");
        assertThat(new Part(2, 3).numbered("")).isEmpty();
    }

    private static List<List<LotEvent>> parts(List<LotEvent> events, Split split) throws IOException {
        EventSource all = EventSource.of(events);
        Parts parts = Parts.of(all, subscription(Format.LOT_CSV, split));
        List<List<LotEvent>> each = new ArrayList<>();
        for (int part = 1; part <= parts.count(); part++) {
            each.add(parts.events(all, part).toList());
        }
        return each;
    }

    /** The pallet of an event, which is another one in another document's goods. */
    private static List<Object> pallet(LotEvent event, Split split) {
        boolean byOrder = split.by() == Split.By.ORDER;
        return List.of(
                event.unit() == null ? "" : event.unit().outermost(),
                split.by() == null ? "" : Objects.requireNonNull(event.shipTo()),
                split.by() == null ? "" : event.reference("shipment"),
                byOrder ? event.order() : "");
    }

    private static Subscription subscription(Format format, Split split) {
        Send send = new Send(format, "", Style.USUAL, null, null, Conventions.STANDARD, split);
        return new Subscription("documents", When.ANY, send, "P", null, null, null, null, null);
    }

    private static LogisticUnit carton(int pallet, int carton) {
        Sscc onPallet = Sscc.withCheckDigit("0061414100000000" + pallet);
        return carton == 0
                ? new LogisticUnit(onPallet, null, null)
                : new LogisticUnit(Sscc.withCheckDigit("006141410000000" + pallet + carton), onPallet, null);
    }

    private static LotEvent event(int store, int shipment, int order, LogisticUnit unit) {
        return new LotEvent(
                "",
                EventType.SHIPPED,
                Purpose.ORIGINAL,
                null,
                new Item(null, List.of(), ""),
                null,
                null,
                unit,
                null,
                STORES.get(store),
                List.of(
                        new Reference("shipment", "SH" + shipment, ""),
                        new Reference("purchase-order", "PO" + order, "")),
                new Source("farm", "856", "004010", "1", "1", "0001", "sha", 1, 1, 1, "m@1"),
                List.of());
    }
}
