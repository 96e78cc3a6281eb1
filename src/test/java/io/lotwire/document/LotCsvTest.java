package io.lotwire.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LotCsvTest {
    @Provide
    Arbitrary<LotEvent> events() {
        return LotEvents.any();
    }

    @Property(tries = 300)
    void noFieldIsAFormulaAndTheLotCodeSurvivesToTheCharacter(@ForAll("events") LotEvent event) throws IOException {
        List<List<String>> rows = rows(csv(event));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).hasSameSizeAs(rows.get(0)).allMatch(field -> !field.matches("(?s)[=+@\t\r\n].*"));
        String lot = rows.get(1).get(rows.get(0).indexOf("lot"));
        String undone = lot.startsWith("'") ? lot.substring(1) : lot;
        assertThat(undone).isEqualTo(event.lot() == null ? "" : event.lot().code());
    }

    private static String csv(LotEvent event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LotCsv csv = new LotCsv(out)) {
            csv.write(event);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Reads CSV by the rules of RFC 4180. */
    static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escaped = quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
            if (escaped) {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                field.append(c);
            }
        }
        return rows;
    }
}
