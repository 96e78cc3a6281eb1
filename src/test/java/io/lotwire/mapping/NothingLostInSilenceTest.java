package io.lotwire.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.read.InterchangeHandler;
import io.lotwire.edi.read.X12Parser;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventJson;
import io.lotwire.mapping.Explanation.NotMapped;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an explanation does not list as not mapped is told: when it is changed in the document, an event or a problem changes. So
 * nothing counts as mapped that is told nowhere.
 */
class NothingLostInSilenceTest {
    private static final Mappings MAPPINGS = Mappings.load(Path.of("mappings"));
    private static final Path SAMPLES = Path.of("mappings/samples");
    private static final int DAY = 8;
    /** They hold the others; their numbers are checked when the document is read. */
    private static final Set<String> LEVELS = Set.of("HL", "CPS");

    private static final Set<String> QUALIFIED =
            Set.of("REF", "N9", "DTM", "G62", "MAN", "N1", "QTY", "NAD", "RFF", "GIN", "PCI", "PIA");

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files
                    .filter(file -> file.endsWith("in.edi") && !file.startsWith(SAMPLES.resolve("smooks")))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsNotListedAsNotMappedIsInAnEventOrAProblem(Path sample) throws IOException {
        byte[] bytes = Files.readAllBytes(sample);
        List<TransactionSet> sets = sets(bytes);
        List<String> silent = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            TransactionSet set = sets.get(i);
            Optional<Plan> plan = plan(set);
            if (plan.isEmpty()) {
                continue;
            }
            Recorder recorder = new Recorder();
            String told = told(plan.get(), set, recorder);
            if (!told.contains("\n{")) {
                continue; // A document without events tells of nothing.
            }
            List<Segment> segments = set.segments();
            for (Segment segment : segments.subList(1, segments.size() - 1)) {
                for (Spot spot : LEVELS.contains(segment.id()) ? List.<Spot>of() : spots(segment, bytes)) {
                    if (!spot.isQualifier() && isMapped(spot, recorder) && told.equals(toldOfChanged(bytes, spot, i))) {
                        silent.add(spot.place() + " of segment " + segment.number() + ": " + segment);
                    }
                }
            }
        }

        assertThat(silent).as("mapped, and told nowhere").isEmpty();
    }

    /** A value of a segment. */
    private record Spot(Segment segment, int element, int component, int from, int to) {
        /** It says what the value beside it is: another place may say the same without it. */
        boolean isQualifier() {
            return QUALIFIED.contains(segment.id()) && element == 1 && component <= 1;
        }

        String place() {
            return segment.id() + "-" + element + (component == 0 ? "" : "." + component);
        }
    }

    private static boolean isMapped(Spot spot, Recorder recorder) {
        for (NotMapped not : recorder.notMapped(spot.segment())) {
            boolean sameElement = not.element() == spot.element()
                    && (not.component() == 0 || not.component() == Math.max(1, spot.component()));
            if (not.isSegment() || sameElement) {
                return false;
            }
        }
        return true;
    }

    /** The values of a segment; in EDIFACT each component. */
    private static List<Spot> spots(Segment segment, byte[] bytes) {
        boolean edifact = segment.syntax() == Syntax.EDIFACT;
        int from = (int) segment.offset();
        String text = new String(bytes, from, segment.length(), StandardCharsets.ISO_8859_1);
        List<Spot> spots = new ArrayList<>();
        char separator =
                text.length() > segment.id().length() ? text.charAt(segment.id().length()) : '*';
        int at = segment.id().length() + 1;
        int element = 0;
        for (String value : text.substring(Math.min(at, text.length()))
                .split(edifact ? "(?<!\\?)\\+" : Pattern.quote("" + separator), -1)) {
            element++;
            int start = at;
            int component = 0;
            for (String part : edifact ? value.split("(?<!\\?):", -1) : new String[] {value}) {
                component++;
                if (!part.isBlank()) {
                    spots.add(new Spot(
                            segment, element, edifact ? component : 0, from + start, from + start + part.length()));
                }
                start += part.length() + 1;
            }
            at += value.length() + 1;
        }
        return spots;
    }

    /** What is told when the value at a spot is another one. */
    private static String toldOfChanged(byte[] bytes, Spot spot, int number) throws IOException {
        byte[] changed = bytes.clone();
        // Of a date its day, not its time of day.
        int at = Math.min(spot.to(), spot.from() + DAY) - 1;
        byte before = changed[at];
        boolean digit = before >= '0' && before <= '9';
        changed[at] = (byte) (digit ? '0' + (before - '0' + 5) % 10 : before == 'Q' ? 'R' : 'Q');
        List<TransactionSet> sets = sets(changed);
        if (sets.size() <= number) {
            return "rejected";
        }
        TransactionSet set = sets.get(number);
        return plan(set).map(plan -> told(plan, set, null)).orElse("rejected");
    }

    private static Optional<Plan> plan(TransactionSet set) {
        return set.problems().stream().noneMatch(Problem::isError)
                ? MAPPINGS.named(Mappings.usualName(set.syntax(), set.id())).map(each -> new Plan(each.mapping()))
                : Optional.empty();
    }

    private static String told(Plan plan, TransactionSet set, Recorder recorder) {
        List<LotEvent> events = new ArrayList<>();
        Translator.Outcome outcome = new SetTranslation(plan, set, new Origin("partner", "in.edi", ""), false, recorder)
                .run(false, events::add);
        StringBuilder told = new StringBuilder(outcome.documentNumber()).append(outcome.purpose());
        for (LotEvent event : events) {
            SortedMap<String, String> values = LotEventJson.byPath(event);
            values.keySet().removeIf(key -> key.equals("eventId") || key.startsWith("source."));
            told.append('\n').append(values);
        }
        outcome.problems()
                .forEach(problem -> told.append('\n').append(problem.code()).append(problem.message()));
        return told.toString();
    }

    private static List<TransactionSet> sets(byte[] bytes) throws IOException {
        List<TransactionSet> sets = new ArrayList<>();
        X12Parser.standard().read("in.edi", ByteBuffer.wrap(bytes), new InterchangeHandler() {
            @Override
            public void transactionSet(TransactionSet set) {
                sets.add(set);
            }

            @Override
            public void problem(Problem problem) {
                // Where it is one of the set, the set knows it.
            }
        });
        return sets;
    }
}
