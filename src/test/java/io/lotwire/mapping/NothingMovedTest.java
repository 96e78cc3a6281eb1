package io.lotwire.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.read.InterchangeHandler;
import io.lotwire.edi.read.X12Parser;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What did not move needs no lot: a short shipment of a partner who must state lots is no fault of theirs. */
class NothingMovedTest {
    private static final Mappings MAPPINGS = Mappings.load(Path.of("mappings"));

    @ParameterizedTest
    @CsvSource({
        "x12/945, lines-that-were-not-shipped, 2",
        "x12/856, what-was-not-shipped-gives-no-event, 2",
        "x12/846, stock-on-hold-and-damaged-is-told-apart, 8",
        "edifact/desadv, a-package-with-another-lot-lends-no-dates, 2"
    })
    void aLineOfNothingWithoutALotRefusesNoDocumentWhoseLotsAreRequired(String mapping, String sample, int events)
            throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("mappings/samples", mapping, sample, "in.edi"));
        Translator translator = MAPPINGS.named(mapping).orElseThrow();
        List<Translation> made = new ArrayList<>();
        X12Parser.standard().read("in.edi", ByteBuffer.wrap(bytes), new InterchangeHandler() {
            @Override
            public void transactionSet(TransactionSet set) {
                made.add(translator.translate(set, new Origin("harbor-3pl", "in.edi", ""), true));
            }

            @Override
            public void problem(Problem problem) {
                throw new AssertionError(problem);
            }
        });

        assertThat(made).hasSize(1);
        assertThat(made.get(0).problems()).noneMatch(Problem::isError);
        assertThat(made.get(0).events()).hasSize(events);
    }
}
