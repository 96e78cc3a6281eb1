package io.lotwire.gateway;

import io.lotwire.embedded.BrokerAddress;
import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.gateway.http.HttpLimits;
import io.lotwire.gateway.http.HttpsDoor;
import io.lotwire.setting.Allowed;
import io.lotwire.setting.Setting;
import io.lotwire.setting.SettingGroup;
import io.lotwire.setting.SettingInForce;
import io.lotwire.setting.SettingReader;
import io.lotwire.setting.SettingTexts;
import io.lotwire.wire.IntakeLimits;
import io.lotwire.wire.mailbox.MailboxSettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where the gateway's parts are, and what else is set about it.
 *
 * @param data the folder that the archive and the embedded parts keep
 * @param partners the folder of profiles
 * @param mappings the folder of mappings
 * @param routes the folder of routes
 * @param httpHost the address to listen on
 * @param httpPort the port to listen on
 * @param http what the HTTP ports take
 * @param https the HTTPS port, empty: none
 * @param mailbox where the SFTP server of the mailboxes listens, empty when there is none
 * @param lanes so many batches of files are worked on at a time, of small ones and of large ones each
 * @param intake up to which point more is taken in
 * @param watch how often the folders of profiles and mappings are looked at for changes
 * @param database the database, empty for the embedded one
 * @param broker the broker, empty for the embedded one
 * @param administratorPassword holds the first administrator's password in its first line, empty: one is made and told
 * @param plainSignIn whether people sign in over plain HTTP from other machines
 * @param inForce all of them as they were written at the start
 * @param texts where they are written
 */
public record Settings(
        Path data,
        Path partners,
        Path mappings,
        Path routes,
        String httpHost,
        int httpPort,
        HttpLimits http,
        Optional<HttpsDoor> https,
        Optional<InetSocketAddress> mailbox,
        int lanes,
        IntakeLimits intake,
        Duration watch,
        Optional<DatabaseAddress> database,
        Optional<BrokerAddress> broker,
        Optional<Path> administratorPassword,
        boolean plainSignIn,
        List<SettingInForce> inForce,
        SettingTexts texts) {
    /** The port for HTTP. */
    public static final Setting<Integer> HTTP_PORT =
            Setting.of("LOTWIRE_HTTP_PORT", Allowed.port(), "8080", "The port for HTTP: AS2, health and metrics.");

    private static final Setting<String> HTTP_HOST = Setting.of(
            "LOTWIRE_HTTP_HOST",
            Allowed.text("a host's name or address"),
            "127.0.0.1",
            "The address at which the HTTP and the HTTPS port listen.");

    /** The folder for data. */
    public static final Setting<Path> DATA = Setting.of(
            "LOTWIRE_DATA",
            Allowed.folder(),
            "var",
            "The archive, the log, keys, and what the embedded parts keep. Profiles may name it.");

    private static final Setting<Path> PARTNERS =
            Setting.of("LOTWIRE_PARTNERS", Allowed.folder(), "partners", "The profiles.");
    private static final Setting<Path> MAPPINGS =
            Setting.of("LOTWIRE_MAPPINGS", Allowed.folder(), "mappings", "The mappings.");
    private static final Setting<Path> ROUTES =
            Setting.of("LOTWIRE_ROUTES", Allowed.folder(), "routes", "The routes of the journey.");
    private static final Setting<Duration> WATCH = Setting.of(
            "LOTWIRE_WATCH_SECONDS",
            Allowed.partsOfSeconds(Duration.ofMillis(100), Duration.ofHours(1), "from 0.1 to 3600, such as 5 or 0.5"),
            "5",
            "How often the files of profiles and mappings are looked at for changes.");

    private static final Setting<Integer> LANES = Setting.of(
            "LOTWIRE_LANES",
            Allowed.number(1, 64),
            "2",
            "How many batches of small files are worked on at a time, how many large files, and how many"
                    + " slices of these.");

    private static final Setting<Integer> MOST_WAITING = Setting.of(
            "LOTWIRE_MOST_WAITING",
            Allowed.number(1, 100_000_000),
            "100000",
            "While more files than this wait to be worked on, nothing is taken in: AS2 says 503, files stay where they are.");
    private static final Setting<Integer> LEAST_FREE = Setting.of(
            "LOTWIRE_LEAST_FREE_MEGABYTES",
            Allowed.number(0, 1_000_000),
            "500",
            "While less than this is free on the disk of the data folder, nothing is taken in.");
    private static final long MEGABYTE = 1024L * 1024;

    private static final Setting<String> DB_URL = Setting.optional(
            "LOTWIRE_DB_URL",
            Allowed.textFrom("jdbc:postgresql:", "a JDBC URL such as jdbc:postgresql://db:5432/lotwire"),
            "an embedded PostgreSQL",
            "The database.");
    private static final Setting<String> DB_USER =
            Setting.optional("LOTWIRE_DB_USER", Allowed.text("a user's name"), "none", "Its user.");
    private static final Setting<String> DB_PASSWORD =
            Setting.secret("LOTWIRE_DB_PASSWORD", "none", "The user's password.");

    private static final Setting<String> BROKER_URL = Setting.optional(
            "LOTWIRE_BROKER_URL",
            Allowed.text("a URL of Artemis such as tcp://broker:61616"),
            "an embedded Artemis",
            "The broker.");
    private static final Setting<String> BROKER_USER =
            Setting.optional("LOTWIRE_BROKER_USER", Allowed.text("a user's name"), "none", "Its user.");
    private static final Setting<String> BROKER_PASSWORD =
            Setting.secret("LOTWIRE_BROKER_PASSWORD", "none", "The user's password.");

    private static final Setting<Path> ADMINISTRATOR_PASSWORD = Setting.optional(
            "LOTWIRE_ADMIN_PASSWORD_FILE",
            Allowed.file("a file"),
            "one is made, and told once",
            "Holds the password of the first administrator in its first line.");

    private static final Setting<Boolean> PLAIN_SIGN_IN = Setting.of(
            "LOTWIRE_SIGN_IN_OVER_HTTP",
            Allowed.flag(),
            "false",
            "Whether people sign in over plain HTTP from other machines, too: where nothing can listen between, as in a container.");

    private static final Setting<String> JAVA_OPTIONS = Setting.optional(
            "LOTWIRE_JAVA_OPTIONS",
            Allowed.text("options of java such as -Xmx1g"),
            "none",
            "Options for the Java machine; ./lotwire reads them. Without -Xmx the gateway has a heap of 512 MB.");

    /** All that can be set, in the order in which people read it. A part with settings of its own adds them here. */
    public static final List<SettingGroup> GROUPS = List.of(
            SettingGroup.of("Folders", DATA, PARTNERS, MAPPINGS, ROUTES, WATCH),
            SettingGroup.of(
                    "HTTP",
                    HTTP_HOST,
                    HTTP_PORT,
                    HttpsDoor.PORT,
                    HttpsDoor.KEY,
                    HttpsDoor.PASSWORD_FILE,
                    HttpLimits.CONNECTIONS,
                    HttpLimits.FIRST_BYTE,
                    QuarkusSettings.READ_TIMEOUT,
                    QuarkusSettings.IDLE_TIMEOUT,
                    QuarkusSettings.BEHIND_PROXY),
            MailboxSettings.GROUP,
            SettingGroup.of("Work", LANES, MOST_WAITING, LEAST_FREE),
            SettingGroup.of("Database", DB_URL, DB_USER, DB_PASSWORD),
            SettingGroup.of("Broker", BROKER_URL, BROKER_USER, BROKER_PASSWORD),
            SettingGroup.of("Console", ADMINISTRATOR_PASSWORD, PLAIN_SIGN_IN),
            QuarkusSettings.LOG,
            SettingGroup.of("Java", JAVA_OPTIONS));

    /**
     * The settings that these texts make.
     *
     * @throws io.lotwire.setting.WrongSettings telling of all values that are wrong
     */
    public static Settings of(SettingTexts texts) {
        SettingReader reader = new SettingReader(texts);
        QuarkusSettings.check(reader);
        Settings settings = new Settings(
                reader.folder(DATA),
                reader.folder(PARTNERS),
                reader.folder(MAPPINGS),
                reader.folder(ROUTES),
                reader.value(HTTP_HOST),
                reader.value(HTTP_PORT),
                HttpLimits.of(reader),
                HttpsDoor.of(reader),
                MailboxSettings.address(reader),
                reader.value(LANES),
                new IntakeLimits(reader.value(MOST_WAITING), reader.value(LEAST_FREE) * MEGABYTE),
                reader.value(WATCH),
                reader.optional(DB_URL)
                        .map(url -> new DatabaseAddress(
                                url,
                                reader.optional(DB_USER).orElse(""),
                                reader.optional(DB_PASSWORD).orElse(""))),
                reader.optional(BROKER_URL)
                        .map(url -> new BrokerAddress(
                                url,
                                reader.optional(BROKER_USER).orElse(""),
                                reader.optional(BROKER_PASSWORD).orElse(""))),
                reader.optional(ADMINISTRATOR_PASSWORD),
                reader.value(PLAIN_SIGN_IN),
                texts.inForce(GROUPS),
                texts);
        reader.end();
        return settings;
    }

    /**
     * The settings that an environment makes.
     *
     * @param environment gives a variable's value, null when it is not set
     * @param home the folder in which the usual folders are
     */
    public static Settings of(UnaryOperator<String> environment, Path home) {
        return of(new SettingTexts(property -> null, environment, home));
    }

    /** The settings of this process. */
    public static Settings ofProcess() {
        return of(SettingTexts.ofProcess());
    }

    /** A variable that a profile names; null when it is not set. That of the data folder always is. */
    public String variable(String name) {
        return name.equals(DATA.name()) ? data.toString() : texts.variable(name);
    }
}
