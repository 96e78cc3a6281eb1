package io.lotwire.partner;

import io.lotwire.partner.SftpWire.IfExists;
import io.lotwire.yaml.Choices;
import io.lotwire.yaml.YamlFault;
import io.lotwire.yaml.YamlFields;
import io.lotwire.yaml.YamlNode;
import io.lotwire.yaml.YamlScalar;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a wire of the {@code sftp} of a profile. */
final class SftpWireReader {
    /** Of the outbox lease of 10 minutes, what is left after connecting and the waits for single answers. */
    private static final Duration LONGEST_DEADLINE = Duration.ofMinutes(8);

    private static final Duration USUAL_DEADLINE = Duration.ofMinutes(5);
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration USUAL_MIN_AGE = Duration.ofSeconds(5);
    private static final long MEGABYTE = 1_000_000;
    private static final int USUAL_MEGABYTES = 1_000;
    private static final int MOST_MEGABYTES = 1_000_000;
    private static final int USUAL_FILES = 1_000;
    private static final int MOST_FILES = 100_000;
    private static final Choices<IfExists> IF_EXISTS = Choices.of(IfExists.values());
    private static final Choices<Afterwards> AFTERWARDS = Choices.of(Afterwards.values());
    private static final Choices<CompleteBy> COMPLETE_BY = Choices.of(CompleteBy.values());

    private enum Afterwards {
        ARCHIVE,
        DELETE
    }

    private enum CompleteBy {
        UNCHANGED,
        DONE_FILE,
        RENAME
    }

    private final String partner;

    /** @param partner the name of the profile */
    SftpWireReader(String partner) {
        this.partner = partner;
    }

    Wire read(YamlFields fields) {
        return fields.has("mailbox") ? mailboxOnly(fields) : server(fields);
    }

    private Wire mailboxOnly(YamlFields fields) {
        Wire wire = fields.optionalMap("mailbox")
                .map(this::mailbox)
                .orElse(new MailboxWire(partner, List.of(), 0, 0, fields.at("mailbox")));
        fields.end();
        return wire;
    }

    private Wire mailbox(YamlFields fields) {
        String user = fields.text("user", partner);
        // The name of a folder as well: nothing in it may lead elsewhere.
        if (!user.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}")) {
            malformed(fields, "user", "be 1 to 64 letters, digits, '_' or '-'");
        }
        List<Path> keys = fields.texts("authorizedKeys").stream()
                .map(text -> WireReader.path(fields, "authorizedKeys", text))
                .toList();
        if (keys.isEmpty()) {
            fields.report(
                    YamlFault.KEY_MISSING,
                    "authorizedKeys",
                    "'authorizedKeys' names no file: without a key the partner cannot log in.");
        }
        long maxBytes = MEGABYTE * fields.number("maxMegabytes", USUAL_MEGABYTES, 1, MOST_MEGABYTES);
        int maxFiles = fields.number("maxFiles", USUAL_FILES, 1, MOST_FILES);
        fields.end();
        return new MailboxWire(user, keys, maxBytes, maxFiles, fields.at());
    }

    private Wire server(YamlFields fields) {
        String host = fields.text("host");
        int port = fields.number("port", 22, 1, 65535);
        String user = fields.text("user");
        SftpLogin login = login(fields);
        Path knownHosts = WireReader.path(fields, "knownHosts", fields.text("knownHosts"));
        SftpAlgorithms algorithms =
                fields.optionalMap("algorithms").map(this::algorithms).orElse(SftpAlgorithms.unrestricted());
        Duration deadline = between(fields, "deadline", USUAL_DEADLINE, LONGEST_DEADLINE);
        List<SftpWire.PickUp> pickUps =
                fields.maps("pickUp").stream().map(this::pickUp).toList();
        SftpWire.DropOff dropOff =
                fields.optionalMap("dropOff").map(this::dropOff).orElse(null);
        if (!fields.has("pickUp") && !fields.has("dropOff")) {
            fields.report(
                    YamlFault.KEY_MISSING,
                    "pickUp",
                    "The wire says neither 'pickUp' nor 'dropOff': say where files are fetched, or put.");
        }
        refuseRepeatedDirectory(fields, pickUps);
        fields.end();
        return new SftpWire(
                host, port, user, login, knownHosts, algorithms, deadline, pickUps, dropOff, fields.at("host"));
    }

    /** Two looks into one directory would fetch from under each other. */
    private static void refuseRepeatedDirectory(YamlFields fields, List<SftpWire.PickUp> pickUps) {
        Set<String> seen = new HashSet<>();
        pickUps.stream()
                .map(SftpWire.PickUp::directory)
                .filter(directory -> !seen.add(directory))
                .forEach(directory -> fields.report(
                        PartnerFault.KEY_OUT_OF_PLACE,
                        "pickUp",
                        "The directory '" + directory + "' is described twice: put its patterns into one entry."));
    }

    private SftpLogin login(YamlFields fields) {
        List<String> given = new ArrayList<>(List.of("privateKey", "password", "passwordFile"));
        given.removeIf(key -> !fields.has(key));
        if (given.isEmpty()) {
            fields.report(
                    YamlFault.KEY_MISSING,
                    "privateKey",
                    "The wire says nothing to log in with: add 'privateKey', 'passwordFile' or 'password'.");
        } else if (given.size() > 1) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE,
                    given.get(1),
                    "'" + given.get(1) + "' stands beside '" + given.get(0) + "': keep one to log in with.");
        }
        if (fields.has("password")) {
            return password(fields);
        }
        return fields.has("passwordFile")
                ? new SftpLogin.PasswordFile(WireReader.path(fields, "passwordFile", fields.text("passwordFile")))
                : new SftpLogin.PrivateKey(WireReader.path(fields, "privateKey", fields.text("privateKey", "")));
    }

    private static SftpLogin password(YamlFields fields) {
        Optional<YamlNode> node = fields.node("password");
        boolean fromEnvironment = node.filter(YamlScalar.class::isInstance)
                .map(YamlScalar.class::cast)
                .filter(each -> each.written().matches("\\$\\{[A-Z][A-Z0-9_]*}"))
                .isPresent();
        if (!fromEnvironment) {
            // What stands there may be a password, so it is not repeated.
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "password",
                    "'password' must be the name of an environment variable, as ${ACME_SFTP_PASSWORD}: passwords never"
                            + " stand in a profile.");
        }
        return new SftpLogin.KnownPassword(fields.text("password"));
    }

    private SftpAlgorithms algorithms(YamlFields fields) {
        SftpAlgorithms algorithms = new SftpAlgorithms(
                names(fields, "keyExchanges"),
                names(fields, "hostKeys"),
                names(fields, "ciphers"),
                names(fields, "macs"));
        fields.end();
        return algorithms;
    }

    /** RFC 4251, 6: names are printable ASCII, at most 64 characters, without comma. */
    private static List<String> names(YamlFields fields, String key) {
        List<String> names = fields.texts(key);
        names.stream()
                .filter(name -> !name.matches("[!-+\\--~]{1,64}"))
                .findFirst()
                .ifPresent(name -> fields.report(
                        PartnerFault.VALUE_MALFORMED,
                        key,
                        "'" + key + "' has '" + name
                                + "', but must list names of SSH algorithms, as aes256-gcm@openssh.com."));
        return names;
    }

    private SftpWire.PickUp pickUp(YamlFields fields) {
        String directory = directory(fields);
        List<String> patterns = patterns(fields, "patterns", List.of("*"));
        Completeness complete = fields.optionalMap("complete")
                .map(this::completeness)
                .orElse(new Completeness.Unchanged(USUAL_MIN_AGE));
        boolean archives =
                fields.optionalChoice("afterwards", AFTERWARDS).orElse(Afterwards.ARCHIVE) == Afterwards.ARCHIVE;
        String archive = fields.text("archive", "archive");
        if (!archives && fields.has("archive")) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE,
                    "archive",
                    "'archive' has no meaning where files are deleted afterwards: take one of both out.");
        }
        PollSchedule schedule =
                fields.optionalMap("poll").map(this::schedule).orElse(new PollSchedule.Every(USUAL_PAUSE));
        fields.end();
        return new SftpWire.PickUp(directory, patterns, complete, archives ? archive : "", schedule);
    }

    private static String directory(YamlFields fields) {
        String directory = fields.text("directory");
        if (!directory.isEmpty() && !directory.matches("/?[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*")) {
            malformed(fields, "directory", "be a path of letters, digits, '.', '_', '-' and '/', as out/orders");
        }
        return directory;
    }

    private static List<String> patterns(YamlFields fields, String key, List<String> otherwise) {
        List<String> patterns = fields.texts(key);
        patterns.stream()
                .filter(each -> !each.matches("[^,/\\\\]+"))
                .findFirst()
                .ifPresent(each -> fields.report(
                        PartnerFault.VALUE_MALFORMED,
                        key,
                        "'" + key + "' has '" + each
                                + "', but must list names of files, as \"*.edi\", without '/' and ','."));
        return fields.has(key) && !patterns.isEmpty() ? patterns : otherwise;
    }

    private Completeness completeness(YamlFields fields) {
        CompleteBy by = fields.choice("by", COMPLETE_BY).orElse(CompleteBy.UNCHANGED);
        Completeness complete =
                switch (by) {
                    case UNCHANGED -> new Completeness.Unchanged(fields.duration("minAge", USUAL_MIN_AGE));
                    case DONE_FILE -> doneFile(fields);
                    case RENAME ->
                        new Completeness.Renamed(
                                patterns(fields, "temporary", List.of("*.part", "*.filepart", "*.tmp")));
                };
        fields.end();
        return complete;
    }

    private Completeness doneFile(YamlFields fields) {
        String name = fields.text("name", "${file}.done");
        if (!name.matches("[^/\\\\${}]*\\$\\{(file|stem)}[^/\\\\${}]*") || name.equals("${file}")) {
            malformed(fields, "name", "hold ${file} or ${stem} once, as ${file}.done or ${stem}.ok");
        }
        return new Completeness.DoneFile(name);
    }

    private PollSchedule schedule(YamlFields fields) {
        Duration pause = between(fields, "every", USUAL_PAUSE, Duration.ofDays(1));
        String cron = fields.text("cron", "");
        ZoneId zone = zone(fields);
        if (fields.has("cron") && fields.has("every")) {
            fields.report(PartnerFault.KEY_OUT_OF_PLACE, "cron", "'cron' stands beside 'every': keep one of them.");
        }
        if (!fields.has("cron") && fields.has("zone")) {
            fields.report(PartnerFault.KEY_OUT_OF_PLACE, "zone", "'zone' belongs to 'cron' only: take it out.");
        }
        fields.end();
        if (fields.has("cron")) {
            try {
                return new PollSchedule.Crontab(cron, zone);
            } catch (IllegalArgumentException wrong) {
                malformed(
                        fields,
                        "cron",
                        "be the five fields of a crontab (minute, hour, day, month, day of the week), as"
                                + " \"*/15 6-20 * * 1-5\"");
            }
        }
        return new PollSchedule.Every(pause);
    }

    private static ZoneId zone(YamlFields fields) {
        try {
            return ZoneId.of(fields.text("zone", "UTC"));
        } catch (DateTimeException unknown) {
            malformed(fields, "zone", "be the name of a time zone, as America/Chicago");
            return ZoneId.of("UTC");
        }
    }

    private SftpWire.DropOff dropOff(YamlFields fields) {
        SftpWire.DropOff dropOff = new SftpWire.DropOff(
                directory(fields), fields.optionalChoice("ifExists", IF_EXISTS).orElse(IfExists.OVERRIDE));
        fields.end();
        return dropOff;
    }

    private static Duration between(YamlFields fields, String key, Duration usual, Duration longest) {
        Duration duration = fields.duration(key, usual);
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(longest) > 0) {
            String most = longest.toHours() > 0 ? longest.toHours() + "h" : longest.toMinutes() + "m";
            malformed(fields, key, "be from 1s to " + most);
            return usual;
        }
        return duration;
    }

    private static void malformed(YamlFields fields, String key, String wanted) {
        String written = fields.node(key)
                .filter(YamlScalar.class::isInstance)
                .map(each -> ((YamlScalar) each).written())
                .orElse("");
        fields.report(
                PartnerFault.VALUE_MALFORMED, key, "'" + key + "' is '" + written + "', but must " + wanted + ".");
    }
}
