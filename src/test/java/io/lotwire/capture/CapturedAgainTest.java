package io.lotwire.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotEvents;
import io.lotwire.lot.Reference;
import io.lotwire.lot.json.LotEventJson;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What {@code translate} prints can be captured: the statements stay what they were. */
class CapturedAgainTest {
    @Property
    void printedEventsSayTheSameWhenTheyAreCaptured(@ForAll("printed") List<LotEvent> events) {
        Read read = Read.lotEvents(lines(events));

        assertThat(read.lines()).isEmpty();
        assertThat(read.events()).hasSameSizeAs(events);
        for (int i = 0; i < events.size(); i++) {
            assertThat(statement(read.events().get(i))).isEqualTo(statement(events.get(i)));
            assertThat(read.events().get(i).unitList()).isEqualTo(events.get(i).unitList());
            assertThat(read.events().get(i).issues())
                    .extracting(Issue::code)
                    .containsAll(
                            events.get(i).issues().stream().map(Issue::code).toList());
        }
    }

    @Property
    void theSameEventsHaveTheSameIdsInAnyFile(@ForAll("printed") List<LotEvent> events) {
        List<String> ids = Read.lotEvents(lines(events)).ids();

        assertThat(Read.lotEvents("{\"document\":{\"number\":\"1\"}}\n" + lines(events))
                        .ids())
                .isEqualTo(ids);
        assertThat(Read.lotEvents(lines(events) + lines(events)).ids()).isEqualTo(ids);
        assertThat(ids)
                .doesNotContainAnyElementsOf(
                        events.stream().map(LotEvent::eventId).toList());
    }

    @Provide
    Arbitrary<List<LotEvent>> printed() {
        Arbitrary<LotEvent> events = LotEvents.any()
                .filter(event ->
                        event.issues().stream().noneMatch(issue -> issue.code() == IssueCode.DOCUMENT_REJECTED))
                .filter(event -> event.unit() == null
                        || (event.unit().sscc().hasGoodCheckDigit()
                                && (event.unit().parent() == null
                                        || event.unit().parent().hasGoodCheckDigit())))
                .filter(event -> event.references().stream()
                        .map(Reference::type)
                        .allMatch(type -> type.matches("[a-z0-9]+(-[a-z0-9]+)*")));
        return Arbitraries.integers()
                .between(0, 5)
                .flatMap(count -> events.list().ofSize(count + 1).uniqueElements(LotEvent::eventId));
    }

    private static String lines(List<LotEvent> events) {
        return events.stream().map(event -> LotEventJson.line(event) + "\n").collect(Collectors.joining());
    }

    /** All that it says but where it is from, its id and its doubts. */
    private static SortedMap<String, String> statement(LotEvent event) {
        SortedMap<String, String> said = LotEventJson.byPath(event);
        said.keySet()
                .removeIf(path -> path.startsWith("source.")
                        || path.startsWith("issues[")
                        || path.equals("eventId")
                        || path.equals("quantity.list")
                        || path.equals("transfer.containerSize.list"));
        return said;
    }
}
