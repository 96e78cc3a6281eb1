package io.lotwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.digest.Sha256;
import io.lotwire.gateway.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PartnerTokenCommandTest {
    private static final Pattern PRINTED = Pattern.compile(
            "(?s).*: ([A-Za-z0-9_-]{43})\\n.*\\{ name: wms, sha256: \"([0-9a-f]{64})\", ends: \\d{4}-\\d{2}-\\d{2} }\\n");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void theProfileKnowsATokenByItsHashAndEachIsAnother() {
        assertThat(token("wms")).isZero();
        Matcher first = PRINTED.matcher(text());
        assertThat(first).matches();
        assertThat(first.group(2)).isEqualTo(Sha256.hex(first.group(1)));

        out.reset();
        assertThat(token("wms")).isZero();
        assertThat(text()).doesNotContain(first.group(1), first.group(2));
    }

    @Test
    void aNameThatNoProfileCanHoldAndATimeWithoutEndAreWrongUse() {
        assertThat(token("\"wms\"")).isEqualTo(ExitCode.USAGE);
        assertThat(token("wms", "--days", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(token("wms", "--days", "9999")).isEqualTo(ExitCode.USAGE);
        assertThat(text()).isEmpty();
    }

    private int token(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "partner";
        all[1] = "token";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> variables = Map.of();
        Installation installation = Installation.of(
                Settings.of(variables::get, Path.of("")),
                variables::get,
                new ByteArrayInputStream(new byte[0]),
                out,
                err);
        return Lotwire.commandLine(installation, Lotwire.partner(installation)).execute(all);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
