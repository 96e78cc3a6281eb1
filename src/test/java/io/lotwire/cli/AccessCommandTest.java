package io.lotwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lotwire.access.ApiKey;
import io.lotwire.access.ApiKeys;
import io.lotwire.access.SignIn;
import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.gateway.Settings;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about who may what, on a real database. */
class AccessCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-06T08:00:00Z"), ZoneOffset.UTC);
    private static final String[] COMMANDS = {
        "list", "add", "role", "password", "end", "keys", "key", "end-key", "audit"
    };

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private DatabaseAddress database;
    private Ledger ledger;

    @BeforeEach
    void open() throws SQLException, IOException {
        database = TestDatabase.fresh();
        ledger = new Ledger(database.unpooled(), CLOCK);
        Files.createDirectories(folder.resolve("partners"));
        Files.writeString(folder.resolve("partners/us.yaml"), "name: us\ntitle: Us\nself: true\nidentity: {}\n");
        Files.writeString(
                folder.resolve("partners/farm.yaml"),
                "name: farm\ntitle: Farm\nidentity: { x12: { id: FARM, qualifier: ZZ } }\n");
    }

    @Test
    void anAccountIsMadeAndItsPasswordPrintedOnce() {
        assertThat(access("list")).isZero();
        assertThat(out()).isEqualTo("Nobody has an account: 'lotwire access add' makes one.\n");

        assertThat(access("add", "Ada", "--role", "operator", "--title", "Ada Lind", "--by", "root"))
                .isZero();
        assertThat(out()).matches("""
                ada  operator, with payloads  Ada Lind, never signed in, must change the password
                Their password, to be changed when they sign in: [a-z2-9]{20}
                """);
        String password = lastWord();
        assertThat(new SignIn(ledger).with("ada", password, "192.0.2.7", "")).isInstanceOf(SignIn.Outcome.In.class);

        assertThat(access("list")).isZero();
        assertThat(out())
                .isEqualTo("ada  operator, with payloads  Ada Lind, signed in 2026-03-06T08:00:00Z,"
                        + " must change the password\n");
        assertThat(access("audit")).isZero();
        assertThat(out()).doesNotContain(password);
    }

    @Test
    void whoForgotThePasswordGetsAnotherOne() {
        access("add", "ada", "--role", "viewer", "--by", "root");
        String first = lastWord();

        assertThat(access("password", "ada", "--by", "root", "--why", "forgotten"))
                .isZero();
        assertThat(out()).matches("The password of ada, to be changed when they sign in: [a-z2-9]{20}\n");
        assertThat(new SignIn(ledger).with("ada", first, "192.0.2.7", "")).isEqualTo(new SignIn.Outcome.Wrong());
        assertThat(new SignIn(ledger).with("ada", lastWord(), "192.0.2.7", "")).isInstanceOf(SignIn.Outcome.In.class);
    }

    @Test
    void rolesAreChangedAndAccountsEnded() throws IOException {
        access("add", "ada", "--role", "administrator", "--by", "root");
        access("add", "bob", "--role", "viewer", "--by", "root");

        assertThat(access("role", "bob", "viewer", "--payloads", "--by", "root", "--json"))
                .isZero();
        assertThat(json().at("/payloads").booleanValue()).isTrue();
        assertThat(access("role", "bob", "partner", "--partner", "farm", "--by", "root"))
                .isZero();
        assertThat(out()).startsWith("bob  partner farm, with payloads  bob");
        assertThat(access("end", "bob", "--by", "root", "--why", "has left")).isZero();
        assertThat(out()).isEqualTo("bob  partner farm, with payloads  bob, ended by root at 2026-03-06T08:00:00Z\n");
        assertThat(access("list", "--all")).isZero();
        assertThat(out()).hasLineCount(2);

        assertThat(access("end", "ada", "--by", "root")).isEqualTo(ExitCode.REJECTED);
        assertThat(err()).isEqualTo("'ada' is the only administrator: make another one before.\n");
        assertThat(access("end", "carl", "--by", "root")).isEqualTo(ExitCode.REJECTED);
        assertThat(err()).isEqualTo("There is no account 'carl': 'lotwire access list' tells which there are.\n");
    }

    @Test
    void aProgramGetsAKeyUntilItIsEnded() throws IOException {
        assertThat(access(
                        "key", "wms", "--role", "operator", "--no-payloads", "--days", "90", "--by", "root", "--json"))
                .isZero();
        String key = json().at("/key").textValue();
        String id = json().at("/id").textValue();
        assertThat(key).startsWith("lwk_" + id + "_");
        assertThat(this.<Optional<ApiKey>>inTransaction(tx -> new ApiKeys(tx).seen(key)))
                .isPresent();

        assertThat(access("keys")).isZero();
        assertThat(out())
                .isEqualTo(id + "  operator, without payloads  wms, until the end of 2026-06-04, used on 2026-03-06\n");
        assertThat(access("end-key", id, "--by", "root", "--why", "lost")).isZero();
        assertThat(this.<Optional<ApiKey>>inTransaction(tx -> new ApiKeys(tx).seen(key)))
                .isEmpty();
        assertThat(access("end-key", id, "--by", "root")).isEqualTo(ExitCode.REJECTED);
        assertThat(access("keys")).isZero();
        assertThat(out()).isEqualTo("No program has a key: 'lotwire access key' makes one.\n");
    }

    @Test
    void theAuditTellsWhoDidWhatPageByPage() throws IOException {
        access("add", "ada", "--role", "viewer", "--by", "root", "--why", "an \u001b[31mauditor");
        access("add", "bob", "--role", "viewer", "--by", "ada");
        access("end", "bob", "--by", "ada");

        assertThat(access("audit", "--who", "root")).isZero();
        assertThat(out())
                .startsWith(
                        "1  2026-03-06T08:00:00Z  root (command) made account ada: an \ufffd[31mauditor; after {\"id\":1,")
                .hasLineCount(1);
        assertThat(access("audit", "--kind", "account", "--of", "bob", "--json"))
                .isZero();
        assertThat(json().at("/rows")).hasSize(2);
        assertThat(json().at("/rows/0/did").textValue()).isEqualTo("ended");

        assertThat(access("audit", "--since", "7d", "--most", "2")).isZero();
        assertThat(out()).hasLineCount(2);
        String cursor = err().replaceFirst("There is more: add --after (\\S+)\n", "$1");
        assertThat(access("audit", "--since", "7d", "--most", "2", "--after", cursor))
                .isZero();
        assertThat(out()).startsWith("1  ").hasLineCount(1);
        assertThat(err()).isEmpty();
        assertThat(access("audit", "--after", cursor)).isEqualTo(ExitCode.USAGE);
        assertThat(err()).startsWith("--after goes on with other options");
        assertThat(access("audit", "--after", "x")).isEqualTo(ExitCode.USAGE);
        assertThat(access("audit", "--since", "yesterday")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).startsWith("--since is 'yesterday': write");
    }

    @Test
    void whatIsNotMeantIsNotDone() {
        assertThat(access()).isEqualTo(ExitCode.USAGE);
        assertThat(access("add", "ada", "--by", "root")).isEqualTo(ExitCode.USAGE);
        assertThat(access("add", "ada", "--role", "boss", "--by", "root")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("'boss' is none of partner, viewer, operator, integrator, administrator.");
        assertThat(access("add", "ada", "--role", "partner", "--partner", "nobody", "--by", "root"))
                .isEqualTo(ExitCode.REJECTED);
        assertThat(err()).startsWith("There is no profile 'nobody' in force");
        assertThat(access("add", "ada", "--role", "viewer", "--partner", "farm", "--by", "root"))
                .isEqualTo(ExitCode.REJECTED);
        assertThat(access("add", "ada@", "secret", "--role", "viewer")).isEqualTo(ExitCode.USAGE);
        assertThat(access("key", "wms", "--role", "viewer", "--days", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(access("audit")).isZero();
        assertThat(out()).isEqualTo("Nothing of this was done.\n");
    }

    @Test
    void eachHasHelp() {
        for (String command : COMMANDS) {
            assertThat(access(command, "--help")).isZero();
            assertThat(out()).startsWith("Usage: lotwire access " + command);
        }
    }

    private int access(String... arguments) {
        out.reset();
        err.reset();
        Map<String, String> environment = Map.of(
                "LOTWIRE_DB_URL",
                database.url(),
                "LOTWIRE_DB_USER",
                database.user(),
                "LOTWIRE_DB_PASSWORD",
                database.password(),
                "LOTWIRE_PARTNERS",
                folder.resolve("partners").toString(),
                "LOTWIRE_DATA",
                folder.resolve("var").toString());
        Installation installation = new Installation(
                Settings.of(environment::get, Path.of("")),
                environment::get,
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                CLOCK);
        String[] all = new String[arguments.length + 1];
        all[0] = "access";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Lotwire.commandLine(installation, Lotwire.access(installation)).execute(all);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out());
    }

    private String lastWord() {
        String text = out().strip();
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private <T> T inTransaction(Function<LedgerTransaction, T> work) {
        return ledger.inTransaction(work::apply);
    }
}
