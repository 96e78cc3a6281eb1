package io.lotwire.gateway;

import io.lotwire.embedded.BrokerAddress;
import io.lotwire.embedded.DatabaseAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where the gateway's parts are, from the environment.
 *
 * @param data the folder that the archive and the embedded parts keep ({@code LOTWIRE_DATA})
 * @param partners the folder of profiles ({@code LOTWIRE_PARTNERS})
 * @param mappings the folder of mappings ({@code LOTWIRE_MAPPINGS})
 * @param routes the folder of routes ({@code LOTWIRE_ROUTES})
 * @param httpHost the address to listen on ({@code LOTWIRE_HTTP_HOST})
 * @param httpPort the port to listen on ({@code LOTWIRE_HTTP_PORT})
 * @param http what the HTTP ports take
 * @param https the HTTPS port, empty: none ({@code LOTWIRE_HTTPS_PORT}, {@code _KEY}, {@code _PASSWORD_FILE})
 * @param mailbox where the SFTP server of the mailboxes listens, empty when there is none ({@code LOTWIRE_MAILBOX_HOST},
 *     {@code LOTWIRE_MAILBOX_PORT})
 * @param watch how often the folders of profiles and mappings are looked at for changes ({@code LOTWIRE_WATCH_SECONDS})
 * @param database the database, empty for the embedded one ({@code LOTWIRE_DB_URL}, {@code _USER}, {@code _PASSWORD})
 * @param broker the broker, empty for the embedded one ({@code LOTWIRE_BROKER_URL}, {@code _USER}, {@code _PASSWORD})
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
        Duration watch,
        Optional<DatabaseAddress> database,
        Optional<BrokerAddress> broker) {
    /** The port when the environment names none. */
    public static final int DEFAULT_HTTP_PORT = 8080;

    private static final Duration USUAL_WATCH = Duration.ofSeconds(5);
    private static final Duration SHORTEST_WATCH = Duration.ofMillis(100);
    private static final Duration LONGEST_WATCH = Duration.ofHours(1);
    private static final int LARGEST_PORT = 65_535;

    /**
     * The settings that these variables make.
     *
     * @param variables gives a variable's value, null when it is not set
     * @param home the folder that holds {@code partners/}, {@code mappings/}, {@code routes/} and {@code var/}
     * @throws IllegalArgumentException with a sentence when a value is wrong
     */
    public static Settings of(UnaryOperator<String> variables, Path home) {
        return new Settings(
                folder(variables, "LOTWIRE_DATA", home.resolve("var")),
                folder(variables, "LOTWIRE_PARTNERS", home.resolve("partners")),
                folder(variables, "LOTWIRE_MAPPINGS", home.resolve("mappings")),
                folder(variables, "LOTWIRE_ROUTES", home.resolve("routes")),
                text(variables, "LOTWIRE_HTTP_HOST").orElse("127.0.0.1"),
                port("LOTWIRE_HTTP_PORT", text(variables, "LOTWIRE_HTTP_PORT")),
                http(variables),
                https(variables),
                text(variables, "LOTWIRE_MAILBOX_PORT")
                        .map(port -> InetSocketAddress.createUnresolved(
                                text(variables, "LOTWIRE_MAILBOX_HOST").orElse("127.0.0.1"),
                                port("LOTWIRE_MAILBOX_PORT", Optional.of(port)))),
                watch(text(variables, "LOTWIRE_WATCH_SECONDS")),
                text(variables, "LOTWIRE_DB_URL")
                        .map(url -> new DatabaseAddress(
                                url,
                                text(variables, "LOTWIRE_DB_USER").orElse(""),
                                text(variables, "LOTWIRE_DB_PASSWORD").orElse(""))),
                text(variables, "LOTWIRE_BROKER_URL")
                        .map(url -> new BrokerAddress(
                                url,
                                text(variables, "LOTWIRE_BROKER_USER").orElse(""),
                                text(variables, "LOTWIRE_BROKER_PASSWORD").orElse(""))));
    }

    /** The settings of this process: environment variables, and system properties of the same names before them. */
    public static Settings ofProcess() {
        return of(Settings::variable, home());
    }

    /** A variable of this process; null when it is not set. {@code LOTWIRE_DATA} always is. */
    public static String variable(String name) {
        String property = System.getProperty(name);
        String value = property == null ? System.getenv(name) : property;
        if (name.equals("LOTWIRE_DATA") && (value == null || value.isBlank())) {
            return home().resolve("var").toString();
        }
        return value;
    }

    /** The folder of the launcher, else the working directory. */
    private static Path home() {
        return Path.of(System.getProperty("lotwire.home", "")).toAbsolutePath();
    }

    private static Path folder(UnaryOperator<String> variables, String name, Path otherwise) {
        return text(variables, name).map(Path::of).orElse(otherwise).toAbsolutePath();
    }

    private static Optional<String> text(UnaryOperator<String> variables, String name) {
        return Optional.ofNullable(variables.apply(name)).filter(value -> !value.isBlank());
    }

    private static Optional<HttpsDoor> https(UnaryOperator<String> variables) {
        Optional<String> port = text(variables, "LOTWIRE_HTTPS_PORT");
        if (port.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> keys = text(variables, "LOTWIRE_HTTPS_KEY");
        Optional<String> passwordFile = text(variables, "LOTWIRE_HTTPS_PASSWORD_FILE");
        if (keys.isEmpty() || passwordFile.isEmpty()) {
            throw new IllegalArgumentException(
                    "LOTWIRE_HTTPS_PORT is set, so LOTWIRE_HTTPS_KEY must name a PKCS#12 file"
                            + " with the server's key, and LOTWIRE_HTTPS_PASSWORD_FILE a file with its password.");
        }
        return Optional.of(new HttpsDoor(
                port("LOTWIRE_HTTPS_PORT", port),
                Path.of(keys.get()).toAbsolutePath(),
                Path.of(passwordFile.get()).toAbsolutePath()));
    }

    private static HttpLimits http(UnaryOperator<String> variables) {
        int connections = number(
                variables, "LOTWIRE_HTTP_CONNECTIONS", HttpLimits.USUAL.connections(), HttpLimits.MOST_CONNECTIONS, "");
        int firstByte = number(
                variables,
                "LOTWIRE_HTTP_FIRST_BYTE_SECONDS",
                (int) HttpLimits.USUAL.firstByte().toSeconds(),
                HttpLimits.LONGEST_FIRST_BYTE_SECONDS,
                " of seconds");
        return new HttpLimits(connections, Duration.ofSeconds(firstByte));
    }

    private static int number(UnaryOperator<String> variables, String name, int usual, int most, String of) {
        Optional<String> text = text(variables, name);
        try {
            int number = text.map(Integer::parseInt).orElse(usual);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as for a number out of range.
        }
        throw new IllegalArgumentException(
                name + " is '" + text.orElse("") + "', but must be a number" + of + " from 1 to " + most + ".");
    }

    private static Duration watch(Optional<String> text) {
        if (text.isEmpty()) {
            return USUAL_WATCH;
        }
        if (text.get().matches("\\d{1,4}(\\.\\d{1,3})?")) {
            Duration watch = Duration.parse("PT" + text.get() + "S");
            if (watch.compareTo(SHORTEST_WATCH) >= 0 && watch.compareTo(LONGEST_WATCH) <= 0) {
                return watch;
            }
        }
        throw new IllegalArgumentException("LOTWIRE_WATCH_SECONDS is '" + text.get()
                + "', but must be a number of seconds from 0.1 to 3600, such as 5 or 0.5.");
    }

    private static int port(String name, Optional<String> text) {
        try {
            int port = text.map(Integer::parseInt).orElse(DEFAULT_HTTP_PORT);
            if (port >= 0 && port <= LARGEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as for a number out of range.
        }
        throw new IllegalArgumentException(name + " is '" + text.orElse("") + "', but must be a number from 0 to "
                + LARGEST_PORT + " (0 takes a free port).");
    }
}
