package io.lotwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.desk.offline.OfflineDesk;
import io.lotwire.gateway.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no interchanges, from partners whose profiles name a Smooks mapping for them. */
class FilesOfOtherFormatsTest {
    private static final String SAMPLES = "mappings/samples/smooks/";
    private static final String PARTNERS =
            Path.of("src/test/resources/smooks/partners").toAbsolutePath().toString();
    private static final String CSV = SAMPLES + "csv-shipment/each-line-is-a-lot-and-knows-its-line-and-bytes/in.txt";
    private static final String FIXED = SAMPLES + "fixed-width-shipment/two-shipments-each-with-its-lots/in.txt";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void translatePrintsTheLotEventsOfAPartnersCsvFile() {
        assertThat(run(PARTNERS, "translate", "--partner", "prairie-foods", CSV))
                .as(text(err))
                .isZero();
        assertThat(text(out).lines()).hasSize(3).allMatch(line -> line.contains("\"document\":\"csv-shipment\""));
        assertThat(text(out)).contains("\"partner\":\"prairie-foods\"", "\"mapping\":\"smooks/csv-shipment@");
    }

    @Test
    void aProfileMayRequireLotsInSuchFilesToo() {
        assertThat(run(PARTNERS, "translate", "--partner", "lakeside-dairy", FIXED))
                .isEqualTo(1);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains("LOT_REQUIRED", "segment 4, byte 391");
    }

    @Test
    void anInterchangeOfTheSamePartnerIsReadAsEver() {
        String interchange = "mappings/samples/x12/856/pallet-above-order/in.edi";

        assertThat(run(PARTNERS, "translate", "--partner", "prairie-foods", interchange))
                .as(text(err))
                .isZero();
        assertThat(text(out)).contains("\"mapping\":\"x12/856@");
    }

    @Test
    void partnerCheckNamesWhatIsWrongWithSuchAMapping() throws IOException {
        Files.writeString(folder.resolve("farm.yaml"), """
                name: farm
                title: Farm
                identity: {}
                wires: { jms: { receive: { queue: farm } } }
                receives:
                  - { document: a, mapping: smooks/absent, files: ["*.csv"] }
                  - { document: b, mapping: smooks/csv-shipment }
                  - { document: c, mapping: x12/856, files: ["*.csv"] }
                  - { document: d, mapping: smooks/csv-shipment, files: ["*.txt"], reject: [date] }
                """);

        assertThat(run(folder.toString(), "partner", "check", "farm")).isEqualTo(1);
        assertThat(text(err).lines())
                .anyMatch(line -> line.contains("say by their names which"))
                .anyMatch(line -> line.contains("'files' belongs to a mapping by Smooks"))
                .anyMatch(line -> line.contains("'reject' belongs to transaction sets"));
    }

    private int run(String partners, String... arguments) {
        UnaryOperator<String> variables = Map.of(
                "LOTWIRE_PARTNERS",
                partners,
                "LOTWIRE_MAPPINGS",
                Path.of("mappings").toAbsolutePath().toString(),
                "LOTWIRE_DATA",
                folder.toString())::get;
        Installation installation = Installation.of(
                Settings.of(variables, folder), variables, new ByteArrayInputStream(new byte[0]), out, err);
        OfflineDesk desk = installation.desk();
        return Lotwire.commandLine(
                        installation,
                        Lotwire.partner(installation),
                        new TranslateCommand(installation, desk),
                        new ValidateCommand(installation, desk))
                .execute(arguments);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
