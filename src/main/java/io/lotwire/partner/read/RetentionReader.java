package io.lotwire.partner.read;

import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Retention;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.YamlFields;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads for how long bytes are kept. */
final class RetentionReader {
    private static final String KEY = "retention";
    private static final String FOREVER = "forever";
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,3})([dy])");

    /** Whoever sends something again, or asks what became of it, does so within a month. */
    private static final Period SHORTEST = Period.ofDays(30);

    /** For how long records of foods on the Food Traceability List must be kept (21 CFR 1.1455(d)). */
    private static final Period FOOD = Period.ofYears(2);

    private RetentionReader() {}

    /** Null where the profile does not say it. */
    static Retention read(YamlFields fields, Consumer<Problem> problems) {
        Optional<String> text = fields.optionalText(KEY);
        if (text.isEmpty()) {
            return null;
        }
        if (text.get().equals(FOREVER)) {
            return Retention.FOREVER;
        }
        Matcher parts = TIME.matcher(text.get());
        if (!parts.matches()) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    KEY,
                    "'retention' is '" + text.get()
                            + "', but must be forever or a number and its unit, as 2y for two years or 800d for days.");
            return null;
        }
        int number = Integer.parseInt(parts.group(1));
        Retention retention =
                new Retention(parts.group(2).equals("y") ? Period.ofYears(number) : Period.ofDays(number));
        if (isShorter(retention, SHORTEST)) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    KEY,
                    "'retention' must be at least 30d: so long it is asked what became of a document.");
        } else if (isShorter(retention, FOOD)) {
            problems.accept(Problem.warning(
                    PartnerFault.RETENTION_SHORT,
                    fields.at(KEY).place(),
                    "Records of foods on the Food Traceability List must be kept for 2 years (21 CFR 1.1455(d)): say 2y or"
                            + " more, unless none of these goods is on it."));
        }
        return retention;
    }

    /** Compared on a calendar: a year has no fixed number of days. */
    private static boolean isShorter(Retention retention, Period than) {
        Instant today = Instant.parse("2028-03-01T00:00:00Z");
        return retention
                .before(today)
                .orElseThrow()
                .isAfter(new Retention(than).before(today).orElseThrow());
    }
}
