package io.lotwire.smooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmooksMappingTest {
    private static final String HEADINGS =
            "shipment,shipped,purchase order,item,GTIN,description,lot,expires,quantity,unit,"
                    + "SSCC,from GLN,from name,to GLN,to name\n";
    private static final String BLOCK =
            "PF-1,2026-03-04,4500,ROM-12,10614141000019,Romaine,R001A,2026-03-18,40,CA,,,,,\n".repeat(1000);

    private final List<Problem> problems = new ArrayList<>();

    @TempDir
    private Path mappings;

    @Test
    void anotherEditionOfItsFilesIsAnotherVersion() throws IOException {
        copy("smooks.xml");
        copy("shipment.dfdl.xsd");
        SmooksMapping first = load();
        assertThat(first.stamp()).matches("smooks/csv@[0-9a-f]{12}");
        assertThat(first.isOf(mappings)).isTrue();

        Path schema = mappings.resolve("smooks/csv/shipment.dfdl.xsd");
        Files.writeString(schema, Files.readString(schema) + "<!-- more -->\n");

        assertThat(first.isOf(mappings)).isFalse();
        assertThat(load().version()).isNotEqualTo(first.version());
    }

    @Test
    void aConfigurationWithADocumentTypeOrAnAddressElsewhereIsRefused() throws IOException {
        copy("shipment.dfdl.xsd");
        Path root = mappings.resolve("smooks/csv/smooks.xml");
        Files.writeString(root, "<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\"><a/>");
        assertThat(SmooksMapping.load(mappings, "smooks/csv", problems::add)).isEmpty();
        Files.writeString(root, "<a><parser schemaUri=\"https://example.org/a.xsd\"/></a>");
        assertThat(SmooksMapping.load(mappings, "smooks/csv", problems::add)).isEmpty();
        Files.writeString(root, "<a/>");
        assertThat(SmooksMapping.load(mappings, "smooks/csv", problems::add)).isEmpty();
        Files.writeString(root, "<a>");
        assertThat(SmooksMapping.load(mappings, "smooks/csv", problems::add)).isEmpty();

        assertThat(problems)
                .extracting(Problem::message)
                .satisfiesExactly(
                        one -> assertThat(one).contains("document type"),
                        two -> assertThat(two).contains("is elsewhere"),
                        three -> assertThat(three).contains("names no reader"),
                        four -> assertThat(four).contains("no well-formed XML"));
    }

    @Test
    void aFieldThatLotEventsDoNotHaveIsNamed() throws IOException {
        copy("shipment.dfdl.xsd");
        copy("smooks.xml");
        Path root = mappings.resolve("smooks/csv/smooks.xml");
        Files.writeString(root, Files.readString(root).replace("\"expires\" data", "\"expiry\" data"));

        List<Problem> found = translate(load(), 1).problems;

        assertThat(found).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("'expiry'"));
    }

    @Test
    void aLongFileGivesAnEventForEachOfItsLines() throws IOException {
        int blocks = 3;
        Made made = translate(SmooksSamples.mapping("smooks/csv-shipment"), blocks);

        assertThat(made.problems).isEmpty();
        assertThat(made.events).isEqualTo(blocks * 1000L);
    }

    private record Made(long events, List<Problem> problems) {}

    private static Made translate(SmooksMapping mapping, int blocks) throws IOException {
        long[] events = {0};
        SmooksMapping.Outcome outcome =
                SmooksSamples.read(mapping, () -> blocks(blocks), "in.csv", "csv", event -> events[0]++);
        return new Made(events[0], outcome.problems());
    }

    private static InputStream blocks(int blocks) {
        List<InputStream> all = new ArrayList<>();
        all.add(new ByteArrayInputStream(HEADINGS.getBytes(StandardCharsets.US_ASCII)));
        byte[] block = BLOCK.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < blocks; i++) {
            all.add(new ByteArrayInputStream(block));
        }
        return new SequenceInputStream(Collections.enumeration(all));
    }

    private SmooksMapping load() {
        return SmooksMapping.load(mappings, "smooks/csv", problems::add)
                .orElseThrow(() -> new AssertionError(problems.toString()));
    }

    private void copy(String file) throws IOException {
        Path folder = Files.createDirectories(mappings.resolve("smooks/csv"));
        Files.copy(Path.of("mappings/smooks/csv-shipment", file), folder.resolve(file));
    }
}
