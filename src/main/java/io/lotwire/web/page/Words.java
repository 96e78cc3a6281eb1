package io.lotwire.web.page;

import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.DeliveryKind;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.SetState;
import io.lotwire.ledger.Waiting;
import io.lotwire.lot.Word;
import io.lotwire.parked.ParkedStep;
import io.lotwire.parked.Remedy;
import io.lotwire.setting.SettingSource;
import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How values are said on pages. A tone is a class of the style; beside it there is always a word. */
@TemplateExtension
final class Words {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int KILO = 1024;
    private static final String[] UNITS = {"bytes", "KB", "MB", "GB", "TB"};

    /** So much of what somebody else wrote stands in a line. */
    private static final int LONGEST = 200;

    private Words() {}

    static String word(InboxState state) {
        return switch (state) {
            case RECEIVED -> "waits to be read";
            case READ -> "is translated";
            case TRANSLATED -> "translated";
            case REJECTED -> "rejected";
            case PARKED -> "parked";
            case DISMISSED -> "dismissed";
        };
    }

    static String tone(InboxState state) {
        return switch (state) {
            case TRANSLATED -> "good";
            case PARKED -> "waits";
            case REJECTED -> "bad";
            case RECEIVED, READ, DISMISSED -> "";
        };
    }

    static String word(SetState state) {
        return switch (state) {
            case ACCEPTED -> "accepted, to be translated";
            case ACCEPTED_WITH_ERRORS -> "accepted with errors, to be translated";
            case REJECTED -> "rejected";
            case TRANSLATED -> "translated";
            case TESTED -> "a test, and good";
            case PARKED -> "parked";
            case DISMISSED -> "dismissed";
        };
    }

    static String tone(SetState state) {
        return switch (state) {
            case TRANSLATED, TESTED -> "good";
            case PARKED -> "waits";
            case REJECTED -> "bad";
            case ACCEPTED, ACCEPTED_WITH_ERRORS, DISMISSED -> "";
        };
    }

    static String word(DeliveryState state) {
        return switch (state) {
            case NEW -> "to be written";
            case WRITTEN -> "to be sent";
            case SENT -> "sent, receipt awaited";
            case CONFIRMED -> "confirmed";
            case ACCEPTED -> "accepted by the partner";
            case REJECTED -> "rejected by the partner";
            case PARKED -> "parked";
            case DISMISSED -> "dismissed";
        };
    }

    static String tone(DeliveryState state) {
        return switch (state) {
            case CONFIRMED, ACCEPTED -> "good";
            case PARKED -> "waits";
            case REJECTED -> "bad";
            case NEW, WRITTEN, SENT, DISMISSED -> "";
        };
    }

    static String word(DeliveryKind kind) {
        return switch (kind) {
            case SUBSCRIPTION -> "document";
            case ACKNOWLEDGEMENT -> "acknowledgement";
            case MDN -> "MDN";
            case NOTICE -> "recall notice";
            case ALERT -> "alert";
        };
    }

    static String word(Waiting.Stage stage) {
        return switch (stage) {
            case STORE -> "a file is read and stored";
            case WRITE -> "a document is written";
            case SEND -> "it is sent";
            case RECEIPT -> "the partner's receipt";
        };
    }

    static String word(ParkedStep.Did did) {
        return switch (did) {
            case RELEASED -> "let go on";
            case DISMISSED -> "dismissed";
            case NOTED -> "noted";
            case MENDED -> "mended";
        };
    }

    /** What a person does about it. */
    static String remedy(CauseCode cause) {
        return Remedy.of(cause).words();
    }

    /** Such as {@code 90 minutes}. */
    static String minutes(Duration duration) {
        long minutes = duration.toMinutes();
        return minutes + (minutes == 1 ? " minute" : " minutes");
    }

    /** Such as {@code 2026-03-04 14:30:00 Z}. */
    static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    static String word(SettingSource source) {
        return Word.of(source);
    }

    /** The page of a lot's code. */
    static String lotAddress(String code) {
        return LotWay.address(code, "");
    }

    /** A text as a part of an address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A number of bytes as people say it. */
    static String bytes(long count) {
        double size = count;
        int unit = 0;
        while (size >= KILO && unit < UNITS.length - 1) {
            size /= KILO;
            unit++;
        }
        return unit == 0 ? count + " " + UNITS[0] : String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
    }

    /** The beginning of a text that somebody else wrote, with its control characters made visible. */
    static String shown(String text) {
        return text.codePointCount(0, text.length()) > LONGEST
                ? visible(text.substring(0, text.offsetByCodePoints(0, LONGEST))) + " ..."
                : visible(text);
    }

    /** A text with its control characters made visible. */
    static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                shown.append(String.format(Locale.ROOT, "\\x%02x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
