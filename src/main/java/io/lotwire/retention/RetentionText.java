package io.lotwire.retention;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Retention in words, in lines. */
public final class RetentionText {
    private static final double BYTES_IN_MB = 1_000_000;

    private RetentionText() {}

    /** What is kept, and what is held. */
    public static List<String> of(List<Retained> partners, List<LegalHold> holds) {
        List<String> lines = new ArrayList<>();
        for (Retained each : partners) {
            lines.add(each.partner() + ": bytes are kept " + each.retention().words());
            lines.add("  received  " + of(each.received()));
            lines.add("  sent      " + of(each.sent()));
        }
        if (!holds.isEmpty()) {
            lines.add("Legal holds:");
            holds.forEach(hold -> lines.add("  " + of(hold)));
        }
        return lines;
    }

    private static String of(Retained.Counted counted) {
        if (counted.documents() + counted.purged() == 0) {
            return "nothing";
        }
        String kept = documents(counted.documents()) + ", " + megabytes(counted.bytes())
                + counted.oldest()
                        .map(oldest -> ", since " + LocalDate.ofInstant(oldest, ZoneOffset.UTC))
                        .orElse("");
        String past = counted.past() == 0 ? "" : "; " + counted.past() + " past retention";
        String held = counted.held() == 0 ? "" : ", " + counted.held() + " of them held";
        String purged = counted.purged() == 0 ? "" : "; " + counted.purged() + " purged before";
        return kept + past + held + purged;
    }

    /** An order to keep bytes. */
    public static String of(LegalHold hold) {
        return hold.id() + "  " + hold.scope().words() + ", since " + hold.since() + ", by " + hold.by() + ": "
                + hold.why()
                + (hold.reference().isEmpty() ? "" : " (" + hold.reference() + ")")
                + hold.ended()
                        .map(ended -> "; released " + ended.at() + " by " + ended.by() + ": " + ended.why())
                        .orElse("");
    }

    /** What a purge let go. */
    public static String of(Purged purged) {
        if (purged.suspended().isPresent()) {
            return "Nothing may go: " + purged.suspended().get() + ".";
        }
        String held = purged.held() == 0 ? "" : " " + purged.held() + " more are past their retention and held.";
        return purged.isNothing()
                ? "Nothing is to go." + held
                : "Purged the bytes of " + documents(purged.received()) + " received and " + purged.sent() + " sent, "
                        + megabytes(purged.bytes()) + "; " + purged.files() + " files of the archive deleted." + held;
    }

    private static String documents(long number) {
        return number + (number == 1 ? " document" : " documents");
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / BYTES_IN_MB);
    }
}
