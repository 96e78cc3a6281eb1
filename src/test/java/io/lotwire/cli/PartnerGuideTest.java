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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a partner's guide asks beyond the standard, and what a partner's tables say, on the command line. */
class PartnerGuideTest {
    private static final String SAMPLE = "mappings/samples/x12/856/pallets-items-and-lot-levels/in.edi";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void writeProfile() throws IOException {
        Files.createDirectories(folder.resolve("farm"));
        Files.writeString(folder.resolve("farm.yaml"), """
                name: farm
                title: Farm
                identity: { x12: { qualifier: ZZ, id: GREENVALLEY } }
                wires:
                  jms: { send: { queue: answers } }
                receives:
                  - document: "856"
                    mapping: x12/856
                    guide: farm/856.txt
                    reject: [guide]
                    acknowledge: { with: "999", over: jms }
                """);
        Files.writeString(folder.resolve("farm/856.txt"), "not-used REF   # they say it in the heading\n");
    }

    @Test
    void aGuideRejectsWhatTheStandardAllowsWhetherThePartnerIsNamedOrFound() {
        assertThat(run("validate", "--partner", "farm", SAMPLE)).isEqualTo(1);
        assertThat(text(out)).contains("SEGMENT_NOT_USED");
        out.reset();
        assertThat(run("translate", SAMPLE)).isEqualTo(1);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains("SEGMENT_NOT_USED");
    }

    @Test
    void a999TellsOfTheGuideInItsOwnCodes() {
        assertThat(run("validate", "--partner", "farm", "--ack", "999", SAMPLE)).isEqualTo(1);
        assertThat(text(out)).contains("IK3*REF*4**I4~", "IK5*R*I5~");
    }

    @Test
    void aCodeThatOnlyTheGuideForbidsHasItsOwnCodeInA999AndOneThatNobodyKnowsIsInvalid() throws IOException {
        Files.writeString(folder.resolve("farm/856.txt"), "codes BSN-01 05\n");
        assertThat(run("validate", "--partner", "farm", "--ack", "999", SAMPLE)).isZero();
        assertThat(text(out)).contains("IK4*1*353*I6*00~", "IK5*E*I5~");
        assertThat(text(err)).contains("CODE_NOT_USED: BSN01").contains("send one of its codes: 05");
        out.reset();
        assertThat(run("validate", "--partner", "farm", "--ack", "997", SAMPLE)).isZero();
        assertThat(text(out)).contains("AK4*1*353*7*00~", "AK5*E*5~");
        out.reset();
        assertThat(run("validate", "--partner", "farm", "--ack", "999", sampleWith("BSN*00*", "BSN*ZQ*")))
                .isZero();
        assertThat(text(out)).contains("IK4*1*353*7*ZQ~", "IK5*E*5~");
    }

    @Test
    void aCodeThatTheGuideAllowsIsNoFaultWhateverItsLength() throws IOException {
        String file = sampleWith("BSN*00*", "BSN*ZQQ*");
        Files.writeString(folder.resolve("farm/856.txt"), "allow BSN-01 ZQQ\n");
        assertThat(run("validate", "--partner", "farm", file)).isZero();
        assertThat(text(out)).doesNotContain("BSN01");
        Files.writeString(folder.resolve("farm/856.txt"), "\n");
        out.reset();
        run("validate", "--partner", "farm", file);
        assertThat(text(out)).contains("BSN01");
    }

    @Test
    void aLineThatAllowsNothingIsAnErrorWithItsLine() throws IOException {
        Files.writeString(folder.resolve("farm/856.txt"), "not-used REF\nallow BSN-01\n");
        assertThat(run("partner", "check", "farm")).isEqualTo(1);
        assertThat(text(err)).contains("/farm/856.txt:2").contains("'allow REF-01 UCB'");
    }

    private String sampleWith(String from, String to) throws IOException {
        Path file = folder.resolve("changed.edi");
        Files.writeString(file, Files.readString(Path.of(SAMPLE)).replace(from, to));
        return file.toString();
    }

    @Test
    void whatIsAgreedIsAnsweredInTheNameOfTheOwner() throws IOException {
        assertThat(run("validate", "--ack", "agreed", SAMPLE)).isEqualTo(1);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains("error SELF_NOT_ONE: No profile says 'self: true'");

        Files.writeString(folder.resolve("we.yaml"), """
                name: we
                title: We
                self: true
                identity: { x12: { qualifier: ZZ, id: NORTHGATE } }
                """);
        assertThat(run("validate", "--ack", "agreed", SAMPLE)).isEqualTo(1);
        assertThat(text(out)).contains("*ZZ*NORTHGATE      *ZZ*GREENVALLEY    *", "IK5*R*I5~");
    }

    @Test
    void anInterchangeForSomebodyElseIsRefusedAsTheGatewayDoes() throws IOException {
        Files.writeString(folder.resolve("we.yaml"), """
                name: we
                title: We
                self: true
                identity: { x12: { qualifier: ZZ, id: SOMEBODYELSE } }
                """);
        assertThat(run("validate", "--ack", "agreed", SAMPLE)).isEqualTo(1);
        assertThat(text(out)).contains("~\nTA1*", "*R*009~").doesNotContain("999");
    }

    @Test
    void aGuideThatNamesWhatIsNotThereIsAnErrorWithItsLine() throws IOException {
        Files.writeString(folder.resolve("farm/856.txt"), "not-used REF\nnot-used W12\n");
        assertThat(run("partner", "check", "farm")).isEqualTo(1);
        assertThat(text(err)).contains("/farm/856.txt").contains("W12");
    }

    @Test
    void translateUnderstandsTheirItemNumbersByTheirTable() throws IOException {
        Files.writeString(folder.resolve("farm/856.txt"), "");
        Files.writeString(folder.resolve("farm/items.csv"), "vendor,gtin,sku\nROM-12,10614141000019,OUR-7\n");
        Path profile = folder.resolve("farm.yaml");
        Files.writeString(profile, Files.readString(profile) + "tables:\n  items: { onMiss: keep }\n");

        assertThat(run("translate", SAMPLE)).isZero();

        assertThat(text(out))
                .contains("{\"scheme\":\"vendor\",\"value\":\"ROM-12\"},{\"scheme\":\"sku\",\"value\":\"OUR-7\"}");
        assertThat(text(err)).isEmpty();
    }

    private int run(String... arguments) {
        UnaryOperator<String> variables =
                Map.of("LOTWIRE_PARTNERS", folder.toString(), "LOTWIRE_MAPPINGS", "mappings")::get;
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

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
