package io.lotwire.edi.grammar;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions at which something in the grammar's files changes. Between two of them, the rules of the earlier hold;
 * before the first, those of the first.
 */
final class Versions {
    private static final NavigableSet<String> CHANGES = new TreeSet<>(List.of(
            Grammar.EARLIEST_VERSION,
            "004020",
            "004030",
            "004040",
            "004050",
            "005010",
            "005020",
            "005030",
            "005040",
            "005050",
            "006010",
            "006020",
            "006030",
            "006040"));
    /** The directories of UN/EDIFACT at which something changes. */
    private static final List<String> DIRECTORIES = List.of("D96A", "D01B");

    private static final Pattern DIRECTORY = Pattern.compile("D\\d\\d[A-Z]");

    /** What came before the first directory of which messages are checked: trial directories, and versions that were numbers. */
    private static final Pattern EARLY = Pattern.compile("S\\d\\d[A-Z]|[12]?(8[89]|9[0-5]).*");

    /** Version, release and subrelease of X12, such as 004, 01 and 0, and what industries add. */
    private static final Pattern RELEASE = Pattern.compile("00[1-9]0\\d\\d[A-Z0-9]*");

    private static final Pattern VERSION = Pattern.compile("([0-9]{6}).*|00([0-9]{3})|([0-9]{4})([A-Z].*)?");

    private Versions() {}

    /**
     * The version of the grammar's files whose rules hold.
     *
     * @param sent as GS08 or ST03 says it, such as {@code 005010X230} or {@code 004010VICS}; also {@code 00401} and
     *     {@code 4010}, as some send it; the latest holds for what is no version
     */
    static String holding(String sent) {
        if (isDirectory(sent)) {
            return directory(sent);
        }
        String floor = CHANGES.floor(sixDigits(sent));
        return floor == null ? CHANGES.first() : floor;
    }

    /** All versions in the syntax of a set, the earliest first: sets of X12 are numbers, messages of EDIFACT words. */
    static Collection<String> ofSyntax(String setId) {
        return Character.isDigit(setId.charAt(0)) ? CHANGES : DIRECTORIES;
    }

    /** The directory whose rules hold; the latest for what is none. */
    static String directory(String sent) {
        if (EARLY.matcher(sent).matches()) {
            return DIRECTORIES.get(0);
        }
        if (!isDirectory(sent)) {
            return DIRECTORIES.get(DIRECTORIES.size() - 1);
        }
        String holding = DIRECTORIES.get(0);
        for (String directory : DIRECTORIES) {
            holding = isFrom(directory, sent) ? directory : holding;
        }
        return holding;
    }

    /** Whether it names a version of X12, also as {@code 00401} or {@code 4010}. */
    static boolean isRelease(String sent) {
        return isReleaseInFull(sent)
                || (VERSION.matcher(sent).matches()
                        && RELEASE.matcher(sixDigits(sent)).matches());
    }

    /** The form that nearly all send, told without an expression: each transaction set asks. */
    private static boolean isReleaseInFull(String sent) {
        if (sent.length() < 6 || !sent.startsWith("00") || sent.charAt(2) == '0' || sent.charAt(3) != '0') {
            return false;
        }
        for (int i = 2; i < sent.length(); i++) {
            char c = sent.charAt(i);
            boolean letter = i >= 6 && c >= 'A' && c <= 'Z';
            if (!letter && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /** Whether the files say what holds in a version of X12: from their last change on that is not known. */
    static boolean isKnownRelease(String sent) {
        return sixDigits(sent).compareTo(CHANGES.last()) <= 0;
    }

    /** Whether the files say what holds in a directory, and not only in one before or after it. */
    static boolean isKnownDirectory(String sent) {
        return DIRECTORIES.contains(sent);
    }

    static boolean isDirectory(String version) {
        return DIRECTORY.matcher(version).matches();
    }

    /** The folder of a version's files, beside this class. */
    static String folder(String holding) {
        return isDirectory(holding) ? "edifact/" : "";
    }

    /** With the century, so that directories are in order: D96A was before D01B. */
    private static String dated(String directory) {
        return (directory.charAt(1) >= '7' ? "19" : "20") + directory.substring(1);
    }

    private static String sixDigits(String sent) {
        Matcher matcher = VERSION.matcher(sent);
        if (!matcher.matches()) {
            return CHANGES.last();
        }
        if (matcher.group(1) != null) {
            return matcher.group(1);
        }
        return matcher.group(2) != null ? "00" + matcher.group(2) + "0" : "00" + matcher.group(3);
    }

    /** Whether what came with a version is there in another one. */
    static boolean isFrom(String version, String holding) {
        if (DIRECTORIES.contains(version)) {
            return dated(version).compareTo(dated(holding)) <= 0;
        }
        if (!CHANGES.contains(version)) {
            throw new IllegalStateException("the grammar's files name version " + version + ", which is not listed");
        }
        return version.compareTo(holding) <= 0;
    }

    /**
     * What a word such as {@code O330,004050=O380} says in a version.
     *
     * @return empty when it says nothing there yet
     */
    static Optional<String> in(String word, String holding) {
        if (word.indexOf('=') < 0) {
            return Optional.of(word);
        }
        String said = null;
        StringTokenizer parts = new StringTokenizer(word, ",");
        while (parts.hasMoreTokens()) {
            String part = parts.nextToken();
            int equals = part.indexOf('=');
            if (equals < 0) {
                said = part;
            } else if (isFrom(part.substring(0, equals), holding)) {
                said = part.substring(equals + 1);
            }
        }
        return Optional.ofNullable(said);
    }

    /** All directories of UN/EDIFACT at which something changes. */
    static List<String> directories() {
        return DIRECTORIES;
    }

    /** All versions of X12 at which something changes. */
    static NavigableSet<String> all() {
        return Collections.unmodifiableNavigableSet(CHANGES);
    }
}
