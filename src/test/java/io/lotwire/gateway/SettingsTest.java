package io.lotwire.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lotwire.setting.Setting;
import io.lotwire.setting.SettingInForce;
import io.lotwire.setting.SettingNames;
import io.lotwire.setting.SettingSource;
import io.lotwire.setting.SettingTexts;
import io.lotwire.setting.WrongSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be set. {@code -Dgolden.write=true} writes the table of it. */
class SettingsTest {
    private static final Path TABLE = Path.of("src", "docs", "tables", "settings.md");
    private static final Pattern NAME = Pattern.compile("\\b(LOTWIRE|QUARKUS)_[A-Z_]*[A-Z]\\b");

    @Test
    void theFilesOfProfilesAreLookedAtAsOftenAsTheEnvironmentSays() {
        assertThat(watch(Map.of())).isEqualTo(Duration.ofSeconds(5));
        assertThat(watch(Map.of("LOTWIRE_WATCH_SECONDS", "30"))).isEqualTo(Duration.ofSeconds(30));
        assertThat(watch(Map.of("LOTWIRE_WATCH_SECONDS", "0.1"))).isEqualTo(Duration.ofMillis(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.09", "3600.5", "9999", "-1", "5s", "."})
    void aWaitThatIsNoneIsRefusedWithWhatItMayBe(String seconds) {
        assertThatThrownBy(() -> watch(Map.of("LOTWIRE_WATCH_SECONDS", seconds)))
                .isInstanceOf(WrongSettings.class)
                .hasMessage("LOTWIRE_WATCH_SECONDS is '" + seconds
                        + "', but must be a number of seconds from 0.1 to 3600, such as 5 or 0.5.");
    }

    @Test
    void allWrongValuesAreToldAtOnce() {
        Map<String, String> environment = Map.of(
                "LOTWIRE_HTTP_PORT", "http",
                "LOTWIRE_HTTP_CONNECTIONS", "0",
                "LOTWIRE_HTTPS_PORT", "8443",
                "LOTWIRE_MAILBOX_PORT", "65536",
                "LOTWIRE_DB_URL", "db:5432",
                "QUARKUS_HTTP_READ_TIMEOUT", "soon");

        assertThatThrownBy(() -> Settings.of(environment::get, Path.of("")))
                .isInstanceOf(WrongSettings.class)
                .message()
                .satisfies(message -> assertThat(message.lines())
                        .containsExactlyInAnyOrder(
                                "LOTWIRE_HTTP_PORT is 'http', but must be a number from 0 to 65535 (0 takes a free port).",
                                "LOTWIRE_HTTP_CONNECTIONS is '0', but must be a number from 1 to 100000.",
                                "LOTWIRE_HTTPS_PORT is set, so LOTWIRE_HTTPS_KEY must name a PKCS#12 file with the"
                                        + " server's key, and LOTWIRE_HTTPS_PASSWORD_FILE a file with its password.",
                                "LOTWIRE_MAILBOX_PORT is '65536', but must be a number from 0 to 65535 (0 takes a free"
                                        + " port).",
                                "LOTWIRE_DB_URL is 'db:5432', but must be a JDBC URL such as"
                                        + " jdbc:postgresql://db:5432/lotwire.",
                                "QUARKUS_HTTP_READ_TIMEOUT is 'soon', but must be a number and its unit, as 30S, 5M or"
                                        + " 1H."));
    }

    @Test
    void eachSettingIsShownWithItsValueAndWhereThatComesFrom() {
        Map<String, String> properties =
                Map.of("LOTWIRE_HTTP_PORT", "9000", "quarkus.http.read-timeout", "5S", "LOTWIRE_ROUTES", " ");
        Map<String, String> environment = Map.of("LOTWIRE_HTTP_PORT", "9001", "LOTWIRE_WATCH_SECONDS", "7");

        Settings settings = Settings.of(new SettingTexts(properties::get, environment::get, Path.of("")));

        assertThat(settings.httpPort()).isEqualTo(9000);
        assertThat(shown(settings, "LOTWIRE_HTTP_PORT")).isEqualTo("9000 PROPERTY");
        assertThat(shown(settings, "LOTWIRE_WATCH_SECONDS")).isEqualTo("7 ENVIRONMENT");
        assertThat(shown(settings, "QUARKUS_HTTP_READ_TIMEOUT")).isEqualTo("5S PROPERTY");
        assertThat(shown(settings, "LOTWIRE_ROUTES")).isEqualTo("routes DEFAULT");
        assertThat(shown(settings, "LOTWIRE_DB_URL")).isEqualTo(" DEFAULT");
    }

    @Test
    void aPasswordIsNeverShown() {
        Settings settings = Settings.of(
                Map.of("LOTWIRE_DB_URL", "jdbc:postgresql://db/x", "LOTWIRE_DB_PASSWORD", "s3cret")::get, Path.of(""));

        assertThat(settings.database().orElseThrow().password()).isEqualTo("s3cret");
        assertThat(settings.inForce()).extracting(SettingInForce::value).doesNotContain("s3cret");
        assertThat(shown(settings, "LOTWIRE_DB_PASSWORD")).isEqualTo("******** ENVIRONMENT");
        assertThat(shown(settings, "LOTWIRE_BROKER_PASSWORD")).isEqualTo(" DEFAULT");
    }

    @Test
    void aNameThatIsMisspeltIsToldWithTheOneThatWasMeant() {
        assertThat(SettingNames.unknown(
                        List.of("LOTWIRE_HTTP_PROT", "LOTWIRE_HTTP_PORT", "PATH", "LOTWIRE_ACME_SFTP_HOSTNAME"),
                        Settings.GROUPS))
                .containsExactly(
                        "LOTWIRE_ACME_SFTP_HOSTNAME is no setting. It does something only where a profile names it.",
                        "LOTWIRE_HTTP_PROT is no setting. Did you mean LOTWIRE_HTTP_PORT?");
    }

    @Test
    void whatIsUsualIsAllowed() {
        settings().filter(setting -> !setting.usual().isEmpty()).forEach(setting -> assertThat(
                        setting.allowed().reading().apply(setting.usual()))
                .as(setting.name())
                .isPresent());
        assertThat(settings()).allSatisfy(setting -> assertThat(setting.usual().isEmpty())
                .isEqualTo(!setting.without().isEmpty()));
    }

    @Test
    void everySettingIsInTheTableOfTheDocumentation() throws IOException {
        String table = table();
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, table);
        }
        assertThat(table).as("write it with -Dgolden.write=true").isEqualTo(Files.readString(TABLE));
    }

    @Test
    void theDocumentationNamesNoSettingThatThereIsNot() throws IOException {
        Set<String> names = settings().map(Setting::name).collect(Collectors.toCollection(TreeSet::new));
        for (String part : List.of("README.md", "src/docs", "docker", "partners", "lotwire", ".ci")) {
            try (Stream<Path> files = Files.walk(Path.of(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(NAME.matcher(Files.readString(file)).results().map(MatchResult::group))
                            .as(file.toString())
                            .allMatch(names::contains);
                }
            }
        }
    }

    private static Stream<Setting<?>> settings() {
        return Settings.GROUPS.stream().flatMap(group -> group.settings().stream());
    }

    private static String table() {
        return Settings.GROUPS.stream()
                .map(group -> "\n## " + group.title() + "\n\n| Setting | What it is | It must be | Without it |\n"
                        + "| --- | --- | --- | --- |\n"
                        + group.settings().stream().map(SettingsTest::row).collect(Collectors.joining()))
                .collect(Collectors.joining("", """
                        # Settings

                        The environment says what is set; a system property of the same name (`-DNAME=value` in `LOTWIRE_JAVA_OPTIONS`)
                        goes before it, for those of Quarkus one of Quarkus' own names. A blank value is none. Folders that are usual are in
                        the folder of `./lotwire`. `SettingsTest` writes this page with `-Dgolden.write=true`, and fails when it is out of date.
                        """, ""));
    }

    private static String row(Setting<?> setting) {
        return "| `" + setting.name() + "` | " + setting.meaning() + " | "
                + setting.allowed().words() + " | "
                + (setting.usual().isEmpty() ? setting.without() : "`" + setting.usual() + "`") + " |\n";
    }

    private static String shown(Settings settings, String name) {
        SettingInForce found = settings.inForce().stream()
                .filter(each -> each.setting().name().equals(name))
                .findFirst()
                .orElseThrow();
        SettingSource source = found.source();
        return found.value() + " " + source;
    }

    private static Duration watch(Map<String, String> variables) {
        return Settings.of(variables::get, Path.of("")).watch();
    }
}
