package io.lotwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.gateway.Settings;
import io.lotwire.partner.DemoKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnerCheckCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void writeKeys() throws Exception {
        Instant now = Instant.now();
        new DemoKeys(folder.resolve("var")).writeAll(now.minusSeconds(60), now.plus(Duration.ofDays(365)));
    }

    @Test
    void goodProfilesAreListedWithTheFingerprintsOfTheirCertificates() {
        assertThat(check()).isZero();
        assertThat(err()).isEmpty();
        assertThat(out())
                .startsWith("fairway-markets: Fairway Markets\n  certificate " + folder)
                .contains("CN=fairway-markets", "364 days left", "    SHA-256 ", "harbor-3pl: Harbor 3PL\n")
                .endsWith("0 errors, 0 warnings\n");
    }

    @Test
    void aMissingKeyIsAnErrorAndNoPasswordIsPrinted() throws Exception {
        Files.delete(folder.resolve("var/keys/northgate-distribution.p12"));
        assertThat(check()).isEqualTo(1);
        assertThat(err())
                .startsWith("partners/northgate-distribution.yaml:22: error CERTIFICATE_UNREADABLE: The file ");
        assertThat(out()).endsWith("1 error, 0 warnings\n");
        assertThat(out() + err()).doesNotContain(DemoKeys.PASSWORD);
    }

    @Test
    void oneProfileCanBeNamedAndOneThatIsNotThereIsWrongUse() {
        assertThat(check("harbor-3pl")).isZero();
        assertThat(out()).isEqualTo("harbor-3pl: Harbor 3PL\n0 errors, 0 warnings\n");
        assertThat(check("nobody")).isEqualTo(2);
        assertThat(err()).isEqualTo("partners/nobody.yaml: error PROFILE_UNKNOWN: There is no profile 'nobody'.\n");
    }

    @Test
    void theWiresOfAPartnerAreTriedStepByStep() {
        assertThat(check("harbor-3pl", "--connect")).isEqualTo(1);
        assertThat(out())
                .startsWith("harbor-3pl: Harbor 3PL\n  sftp name: ok, 127.0.0.1 is 127.0.0.1\n")
                .contains("  sftp port: FAILED: nobody listens at port 1 of 127.0.0.1. Look at the port in the profile")
                .contains("  sftp login: not tried, for it needs 'port'\n")
                .endsWith("8 steps, 1 failed\n");
    }

    @Test
    void onlyAPartnerThatIsThereCanBeTried() {
        assertThat(check("nobody", "--connect")).isEqualTo(2);
        assertThat(check("northgate-distribution", "--connect")).isEqualTo(2);
        assertThat(check("--connect")).isEqualTo(2);
        assertThat(err())
                .contains("There is no profile 'nobody'", "'northgate-distribution' is ourselves", "needs the NAME");
    }

    private int check(String... arguments) {
        UnaryOperator<String> variables = Map.of(
                "LOTWIRE_PARTNERS",
                "partners",
                "LOTWIRE_MAPPINGS",
                "mappings",
                "HARBOR_SFTP_PORT",
                "1",
                "LOTWIRE_DATA",
                folder.resolve("var").toString())::get;
        Installation installation = Installation.of(
                Settings.of(variables, folder), variables, new ByteArrayInputStream(new byte[0]), out, err);
        return Lotwire.commandLine(installation, Lotwire.partner(installation))
                .execute(Stream.concat(Stream.of("partner", "check"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
