package io.lotwire.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Rows of CSV, good and hostile. */
class CsvReaderTest {
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void theSeparatorIsFoundFromTheFirstLineAndAByteOrderMarkIsNoText() throws IOException {
        for (String separator : List.of(",", ";", "\t")) {
            assertThat(rows("\uFEFFa" + separator + "b\r\n1" + separator + "\"2" + separator + "3\"\r\n"))
                    .containsExactly(List.of("a", "b"), List.of("1", "2" + separator + "3"));
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void quotedFieldsHoldLineBreaksToTheCharacterAndEmptyLinesAreNoRows() throws IOException {
        assertThat(rows("a\n\n\"x\r\ny\"\"z\"\r\rlast"))
                .containsExactly(List.of("a"), List.of("x\r\ny\"z"), List.of("last"));
        assertThat(problems).isEmpty();
    }

    @Test
    void aQuoteThatIsNeverClosedIsToldWhereItBegins() throws IOException {
        rows("a,b\n1,\"2\n3,4\n");

        assertThat(problems).singleElement().asString().startsWith("f.csv:2, column 2: error QUOTE_UNCLOSED");
    }

    @Test
    void quotesInTheWrongPlaceAreToldAndReadingGoesOn() throws IOException {
        List<CsvRow> rows = whole("a,b\n1\"2,3\n\"4\"5,6\n7,8\n");

        assertThat(problems)
                .extracting(problem -> problem.place() + " " + problem.code())
                .containsExactly("f.csv:2, column 1 QUOTE_MISPLACED", "f.csv:3, column 1 QUOTE_MISPLACED");
        assertThat(rows).extracting(CsvRow::isWhole).containsExactly(true, false, false, true);
    }

    @Test
    void aFieldOfFiftyMegabytesIsToldAndNotKept() throws IOException {
        InputStream endless = new InputStream() {
            private final byte[] begin = "a,b\n1,\"".getBytes(StandardCharsets.US_ASCII);
            private final byte[] end = "\"\n3,4\n".getBytes(StandardCharsets.US_ASCII);
            private long at;

            @Override
            public int read() {
                long position = at++;
                if (position < begin.length) {
                    return begin[(int) position];
                }
                long beyond = position - begin.length - (50L << 20);
                return beyond < 0 ? 'x' : beyond < end.length ? end[(int) beyond] : -1;
            }
        };

        List<CsvRow> rows = all(new CsvReader("f.csv", endless, problems::add));

        assertThat(problems).extracting(Problem::code).containsExactly(CsvFault.FIELD_TOO_LONG);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).fields().get(1)).hasSize(CsvReader.LONGEST_FIELD);
        assertThat(rows.get(2).fields()).containsExactly("3", "4");
    }

    @Test
    void tenThousandColumnsAreTooMany() throws IOException {
        List<CsvRow> rows = whole(String.join(",", Collections.nCopies(10_000, "c")) + "\n");

        assertThat(problems).extracting(Problem::code).containsExactly(CsvFault.FIELDS_TOO_MANY);
        assertThat(rows.get(0).fields()).hasSize(CsvReader.MOST_FIELDS);
    }

    @Test
    void nulAndBytesThatAreNoUtf8AreToldOnceAField() throws IOException {
        byte[] bytes = "a,b\n\0\0,x\nx,\u00e9\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

        all(new CsvReader("f.csv", new ByteArrayInputStream(bytes), problems::add));

        assertThat(problems)
                .extracting(problem -> problem.place() + " " + problem.code())
                .containsExactly("f.csv:2, column 1 CHARACTER_IMPOSSIBLE", "f.csv:3, column 2 CHARACTER_IMPOSSIBLE");
    }

    @Property
    void whatIsWrittenIsReadToTheCharacter(@ForAll @Size(min = 2, max = 5) List<String> fields) throws IOException {
        List<String> possible = fields.stream()
                .map(field -> new String(field.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                        .replace("\0", "")
                        .replace("\uFFFD", ""))
                .toList();
        StringBuilder text = new StringBuilder("a,b,c,d,e\n");
        for (int i = 0; i < possible.size(); i++) {
            text.append(i == 0 ? "" : ",");
            CsvField.append(possible.get(i), text);
        }

        List<String> read = rows(text.append("\r\n").toString()).get(1);

        assertThat(read.stream().map(CsvField::undefused)).containsExactlyElementsOf(possible);
    }

    private List<List<String>> rows(String text) throws IOException {
        return whole(text).stream().map(CsvRow::fields).toList();
    }

    private List<CsvRow> whole(String text) throws IOException {
        return all(
                new CsvReader("f.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), problems::add));
    }

    private static List<CsvRow> all(CsvReader reader) throws IOException {
        List<CsvRow> rows = new ArrayList<>();
        for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
            rows.add(row.get());
        }
        return rows;
    }
}
