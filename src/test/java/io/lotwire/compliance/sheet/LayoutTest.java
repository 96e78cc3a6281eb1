package io.lotwire.compliance.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final Path HEADERS = Path.of("src/test/resources/compliance");

    @Test
    void theSheetsAndColumnsAreThoseOfFdaToTheCharacter() throws IOException {
        List<String> ours = new ArrayList<>();
        for (Tab tab : Layout.fda()) {
            for (Column column : tab.columns()) {
                ours.add(String.join(
                        "\t", tab.name(), column.letter(), column.header().replace("\n", "\\n")));
            }
        }

        assertThat(Layout.fda()).hasSize(13);
        assertThat(ours).hasSize(370).isEqualTo(lines("fda-headers.tsv"));
    }

    @Test
    void theWorkbooksOfTheProduceTraceabilityInitiativeAreTheirsToTheCharacter() throws IOException {
        List<String> ours = new ArrayList<>();
        for (Map.Entry<String, List<Tab>> book : Layout.pti().entrySet()) {
            for (Tab tab : book.getValue()) {
                for (Column column : tab.columns()) {
                    ours.add(String.join(
                            "\t",
                            book.getKey(),
                            tab.name(),
                            Integer.toString(tab.headerRow()),
                            column.letter(),
                            column.header().replace("\n", "\\n")));
                }
            }
        }

        assertThat(ours).isEqualTo(lines("pti-headers.tsv"));
    }

    @Test
    void aColumnsLetterIsItsPlace() {
        for (Tab tab : Layout.fda()) {
            for (int i = 0; i < tab.columns().size(); i++) {
                assertThat(tab.columns().get(i).index()).as(tab.name()).isEqualTo(i);
            }
        }
    }

    private static List<String> lines(String file) throws IOException {
        List<String> lines = Files.readAllLines(HEADERS.resolve(file));
        return lines.subList(1, lines.size());
    }
}
