package io.lotwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.gateway.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnerShowCommandTest {
    @TempDir
    Path folder;

    private final Map<String, String> variables =
            new HashMap<>(Map.of("LOTWIRE_PARTNERS", "partners", "LOTWIRE_MAPPINGS", "mappings"));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aProfileIsToldInWords() {
        assertThat(show("harbor-3pl")).isZero();

        assertThat(text(out))
                .startsWith("harbor-3pl: Harbor 3PL\n  Identity\n    GLN 9506000120003\n")
                .contains(
                        "    we fetch *.edi, *.scans.ndjson from outbound, and move them to archive\n",
                        "    945, by mapping x12/945\n      acknowledged with: a 997 over sftp, of every transaction set\n",
                        "    incoming-lots: lot-csv, for goods shipped, told by a 856; over sftp");
    }

    @Test
    void whatFollowsFromDoubtsAboutLotsIsTold() throws IOException {
        Files.writeString(folder.resolve("acme.yaml"), """
                name: acme
                title: Acme
                identity: {}
                checks: { LOT_UNKNOWN: park, LOT_ON_HOLD: warn, minimumShelfLife: { days: 7, percent: 50 } }
                """);
        Files.writeString(folder.resolve("us.yaml"), """
                name: us
                title: Us
                self: true
                identity: {}
                lots:
                  assignedBy: [acme]
                  required: [source, expires]
                  patterns: [{ source: "0614141000005", pattern: "L{date:yyMMdd}" }]
                """);
        variables.put("LOTWIRE_PARTNERS", folder.toString());

        assertThat(show("acme")).as(text(err)).isZero();
        assertThat(show("us")).as(text(err)).isZero();

        assertThat(text(out))
                .contains(
                        "    LOT_UNKNOWN: park\n    LOT_ON_HOLD: warn\n",
                        "    lots that are shipped to them have 7 days of shelf life left\n",
                        """
                          Asked of lots
                            they appear first in documents of acme
                            each has expires, source
                            codes of 0614141000005 are L{date:yyMMdd}
                        """);
    }

    @Test
    void howTheyAreToldOfRecallsIsTold() throws IOException {
        Files.copy(Path.of("partners/northgate-distribution.yaml"), folder.resolve("northgate-distribution.yaml"));
        Files.writeString(folder.resolve("acme.yaml"), """
                name: acme
                title: Acme
                identity: { x12: { qualifier: ZZ, id: ACME }, test: {} }
                wires: { folder: { dropOff: { directory: out } } }
                recall: { as: "864", over: folder, test: true, remindAfter: 2h }
                """);
        variables.put("LOTWIRE_PARTNERS", folder.toString());
        String told = "an 864 over folder, in drills too, as a test; a reminder every 120 minutes until it is answered,"
                + " which is to be within 2880 minutes";

        assertThat(show("acme")).as(text(err)).isZero();
        assertThat(show("northgate-distribution")).as(text(err)).isZero();
        assertThat(show("acme", "--spec")).as(text(err)).isZero();

        assertThat(text(out))
                .contains("    recalls: " + told + "\n")
                .contains("## When we recall goods that you got\n\nYou get " + told + ".\n")
                .doesNotContain("recalls: nothing is agreed");
    }

    @Test
    void noPasswordIsShown() throws IOException {
        Files.copy(Path.of("partners/northgate-distribution.yaml"), folder.resolve("northgate-distribution.yaml"));
        Files.writeString(folder.resolve("acme.yaml"), """
                name: acme
                title: Acme
                identity: { x12: { qualifier: ZZ, id: ACME } }
                wires:
                  sftp:
                    host: acme.example
                    user: northgate
                    password: ${ACME_SFTP_PASSWORD}
                    knownHosts: known_hosts
                    dropOff: { directory: inbound }
                """);
        variables.put("LOTWIRE_PARTNERS", folder.toString());
        variables.put("ACME_SFTP_PASSWORD", "open-sesame");

        assertThat(show("acme")).as(text(err)).isZero();
        assertThat(show("acme", "--spec")).isZero();

        assertThat(text(out))
                .contains("their server acme.example, port 22, where we log in as 'northgate'")
                .doesNotContain("sesame");
    }

    @Test
    void thePageForAPartnerTellsWhereLotsAreReadAndShowsTheirSamples() throws IOException {
        assertThat(show("green-valley-farm", "--spec")).isZero();

        assertThat(text(out))
                .startsWith("# EDI between Green Valley Farm and Northgate Distribution\n")
                .contains(
                        "Contact at Northgate Distribution: ____",
                        "- required: ST, BSN, HL\n",
                        " | LIN/LT |\n",
                        " | MAN[GM]-02, MAN[04=GM]-05, MAN[AA]-02,",
                        "| item: under another qualifier | LIN/* |\n",
                        " | PRF-01, REF[PO]-02 |\n",
                        "- For each interchange a 997 over as2, of every transaction set.\n",
                        Files.readString(
                                Path.of("partners/samples/green-valley-farm/receives/ship-notice-with-lots/in.edi")),
                        "AK9*A*1*1*1~");
    }

    @Test
    void thePageTellsTheSegmentsInTheVersionThatTheySendAndWhatIsOnlyAcknowledged() {
        variables.put("LOTWIRE_PARTNERS", "partners/examples");

        assertThat(show("redwood-general-stores", "--spec")).isZero();
        assertThat(text(out)).contains("By the standard, in version 005010");

        assertThat(show("lakeshore-kitchens", "--spec")).isZero();
        assertThat(text(out)).contains("We check and acknowledge it; of its contents we read nothing.");
    }

    @Test
    void thePageTellsWhatTheGuideOfADocumentThatTheyGetAsks() {
        variables.put("LOTWIRE_PARTNERS", "partners/examples");

        assertThat(show("tri-county-cooperative", "--spec")).isZero();

        assertThat(text(out).substring(text(out).indexOf("## You get")))
                .contains("- BSN-01 is one of 00, 05.\n", "- LIN-05 has at most 20 characters.\n");
    }

    @Test
    void thePageTellsWhatTheyGetWithAnExample() {
        assertThat(show("fairway-markets", "--spec")).isZero();

        assertThat(text(out))
                .contains(
                        "## You get: ship-notices\n",
                        "x12-856 004010, levels S-O-T-I",
                        "LIN*1*UK*10614141000019*LT*R001A~");
    }

    @Test
    void thePageTellsWhatTheirProfileAsksBeyondTheMappingAndTheStandard() throws IOException {
        Files.copy(Path.of("partners/northgate-distribution.yaml"), folder.resolve("northgate-distribution.yaml"));
        Files.writeString(folder.resolve("856.txt"), "require N1[ST]-04\nnot-used REF[ZZ]\n");
        Files.writeString(folder.resolve("acme.yaml"), """
                name: acme
                title: Acme
                identity: { x12: { qualifier: ZZ, id: ACME } }
                ta1: always
                receives:
                  - document: "856"
                    mapping: x12/856
                    lotRequired: true
                    reject: [date]
                    guide: 856.txt
                    override: { lots: { first: [ { code: "REF[PC]-02", kind: productionCode } ] } }
                """);
        variables.put("LOTWIRE_PARTNERS", folder.toString());

        assertThat(show("acme", "--spec")).as(text(err)).isZero();

        assertThat(text(out))
                .contains(
                        " | REF[PC]-02 |\n",
                        "- An item without a lot is refused.\n",
                        "- Faults of the class date reject the document.\n",
                        "- N1[ST]-04 is required.\n",
                        "- A TA1 for each interchange.\n");
    }

    @Test
    void oneWhoIsNotThereIsWrongUseAndTheOwnerGetsNoPage() {
        assertThat(show("nobody")).isEqualTo(2);
        assertThat(show("northgate-distribution", "--spec")).isEqualTo(2);
        assertThat(text(err)).contains("No profile 'nobody' is in force.", "is the gateway's owner");
    }

    private int show(String... arguments) {
        Installation installation = Installation.of(
                Settings.of(variables::get, folder), variables::get, new ByteArrayInputStream(new byte[0]), out, err);
        String[] all = new String[arguments.length + 2];
        all[0] = "partner";
        all[1] = "show";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return Lotwire.commandLine(installation, Lotwire.partner(installation)).execute(all);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
