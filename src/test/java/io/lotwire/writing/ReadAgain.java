package io.lotwire.writing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.read.InterchangeHandler;
import io.lotwire.edi.read.X12Parser;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.Mappings;
import io.lotwire.mapping.Origin;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.YamlMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was written, read by the mappings for what partners send. */
public final class ReadAgain {
    private static final Mappings IN = Mappings.load(Path.of("mappings"));

    private ReadAgain() {}

    /**
     * The events of an interchange, in which nothing may be wrong.
     *
     * @param override what a profile says to read it, null for nothing
     */
    public static List<LotEvent> events(byte[] bytes, YamlMap override) {
        List<LotEvent> events = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try {
            X12Parser.standard().read("out.edi", new ByteArrayInputStream(bytes), new InterchangeHandler() {
                @Override
                public void transactionSet(TransactionSet set) {
                    problems.addAll(set.problems());
                    events.addAll(IN.named(Mappings.usualName(set.syntax(), set.id()), override, problems::add)
                            .orElseThrow()
                            .translate(set, new Origin("fairway", "out.edi", "sha"), false)
                            .events());
                }

                @Override
                public void problem(Problem problem) {
                    problems.add(problem);
                }
            });
        } catch (IOException memoryNeverFails) {
            throw new UncheckedIOException(memoryNeverFails);
        }
        assertThat(problems).as(() -> new String(bytes, StandardCharsets.UTF_8)).isEmpty();
        return events;
    }
}
