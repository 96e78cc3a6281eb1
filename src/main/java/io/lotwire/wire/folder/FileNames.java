package io.lotwire.wire.folder;

import io.lotwire.wire.Completeness;
import io.lotwire.wire.PickUp;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which files of a folder are to be fetched, by their names. */
final class FileNames {
    private static final Pattern NONE = Pattern.compile("(?!)");
    private static final String STEM = "${stem}";
    private static final String FILE = "${file}";

    private final Pattern wanted;
    private final Pattern others;

    FileNames(PickUp pickUp) {
        this.wanted = any(pickUp.patterns());
        Completeness complete = pickUp.completeness();
        if (complete instanceof Completeness.Renamed renamed) {
            this.others = any(renamed.temporary());
        } else if (complete instanceof Completeness.DoneFile done) {
            this.others = any(List.of(done.name().replace(FILE, "*").replace(STEM, "*")));
        } else {
            this.others = NONE;
        }
    }

    /** True when it is wanted and neither hidden, nor a temporary name, nor that of a done file. */
    boolean take(String name) {
        return !name.startsWith(".")
                && wanted.matcher(name).matches()
                && !others.matcher(name).matches();
    }

    /** The name of the file that says that this one is whole. */
    static String doneFile(Completeness.DoneFile done, String name) {
        int dot = name.lastIndexOf('.');
        return done.name().replace(FILE, name).replace(STEM, dot < 0 ? name : name.substring(0, dot));
    }

    private static Pattern any(List<String> patterns) {
        return Pattern.compile(
                patterns.stream().map(FileNames::regex).collect(Collectors.joining("|")), Pattern.DOTALL);
    }

    private static String regex(String pattern) {
        return "\\Q"
                + pattern.replace("\\E", "\\E\\\\E\\Q").replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E";
    }
}
