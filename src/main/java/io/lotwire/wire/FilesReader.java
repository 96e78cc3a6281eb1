package io.lotwire.wire;

import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.WireValues;
import io.lotwire.wire.DropOff.IfExists;
import io.lotwire.yaml.Choices;
import io.lotwire.yaml.YamlFault;
import io.lotwire.yaml.YamlFields;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what wires that carry files have in common: {@code pickUp} and {@code dropOff}. */
public final class FilesReader {
    private static final String USUAL_ARCHIVE = "archive";
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration USUAL_MIN_AGE = Duration.ofSeconds(5);
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

    private final Function<YamlFields, String> directory;
    private final Function<YamlFields, String> archive;

    /**
     * Reads paths whose form differs by wire.
     *
     * @param directory reads {@code directory}
     * @param archive reads {@code archive}, where it is said
     */
    public FilesReader(Function<YamlFields, String> directory, Function<YamlFields, String> archive) {
        this.directory = directory;
        this.archive = archive;
    }

    /** Where files are fetched; reports it when files are neither fetched nor put. */
    public List<PickUp> pickUps(YamlFields fields) {
        List<PickUp> pickUps = fields.maps("pickUp").stream().map(this::pickUp).toList();
        if (!fields.has("pickUp") && !fields.has("dropOff")) {
            fields.report(
                    YamlFault.KEY_MISSING,
                    "pickUp",
                    "The wire says neither 'pickUp' nor 'dropOff': say where files are fetched, or put.");
        }
        refuseRepeatedDirectory(fields, pickUps);
        return pickUps;
    }

    /** Where files are put; empty where none are. */
    public Optional<DropOff> dropOff(YamlFields fields) {
        return fields.optionalMap("dropOff").map(this::readDropOff);
    }

    /** Two looks into one directory would fetch from under each other. */
    private static void refuseRepeatedDirectory(YamlFields fields, List<PickUp> pickUps) {
        Set<String> seen = new HashSet<>();
        pickUps.stream()
                .map(PickUp::directory)
                .filter(directory -> !seen.add(directory))
                .forEach(directory -> fields.report(
                        PartnerFault.KEY_OUT_OF_PLACE,
                        "pickUp",
                        "The directory '" + directory + "' is described twice: put its patterns into one entry."));
    }

    private PickUp pickUp(YamlFields fields) {
        String path = directory.apply(fields);
        List<String> patterns = patterns(fields, "patterns", List.of("*"));
        Completeness complete = fields.optionalMap("complete")
                .map(this::completeness)
                .orElse(new Completeness.Unchanged(USUAL_MIN_AGE));
        boolean archives =
                fields.optionalChoice("afterwards", AFTERWARDS).orElse(Afterwards.ARCHIVE) == Afterwards.ARCHIVE;
        String archivePath = fields.has("archive") ? archive.apply(fields) : USUAL_ARCHIVE;
        if (!archives && fields.has("archive")) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE,
                    "archive",
                    "'archive' has no meaning where files are deleted afterwards: take one of both out.");
        }
        PollSchedule schedule =
                fields.optionalMap("poll").map(this::schedule).orElse(new PollSchedule.Every(USUAL_PAUSE));
        fields.end();
        return new PickUp(path, patterns, complete, archives ? archivePath : "", schedule);
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
            WireValues.malformed(fields, "name", "hold ${file} or ${stem} once, as ${file}.done or ${stem}.ok");
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
                WireValues.malformed(
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
            WireValues.malformed(fields, "zone", "be the name of a time zone, as America/Chicago");
            return ZoneId.of("UTC");
        }
    }

    private DropOff readDropOff(YamlFields fields) {
        DropOff dropOff = new DropOff(
                directory.apply(fields),
                fields.optionalChoice("ifExists", IF_EXISTS).orElse(IfExists.OVERRIDE));
        fields.end();
        return dropOff;
    }

    /** A duration of at least a second. */
    public static Duration between(YamlFields fields, String key, Duration usual, Duration longest) {
        Duration duration = fields.duration(key, usual);
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(longest) > 0) {
            String most = longest.toHours() > 0 ? longest.toHours() + "h" : longest.toMinutes() + "m";
            WireValues.malformed(fields, key, "be from 1s to " + most);
            return usual;
        }
        return duration;
    }
}
