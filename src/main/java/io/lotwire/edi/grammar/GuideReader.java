package io.lotwire.edi.grammar;

import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of a guide; see {@link Guide}. */
final class GuideReader {
    private static final Pattern COUNT = Pattern.compile("count\\s+(\\S+)");

    private final String file;
    private final int firstLine;
    private final String set;
    private final String version;
    private final List<Problem> problems = new ArrayList<>();

    GuideReader(String file, int firstLine, String set, String version) {
        this.file = file;
        this.firstLine = firstLine;
        this.set = set;
        this.version = version;
    }

    Guide.Reading read(List<String> lines) {
        Optional<SetRule> base = base();
        if (base.isEmpty()) {
            problem(
                    0,
                    GuideFault.GUIDE_PLACE_UNKNOWN,
                    "There is no transaction set '" + set + "'" + (version.isEmpty() ? "" : " in " + version)
                            + "; name one that the grammar has.");
            return new Guide.Reading(new Guide(set, version, List.of(), ""), List.copyOf(problems));
        }
        List<GuideRule> rules = new ArrayList<>();
        LoopRule root = base.get().root();
        String counted = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = Lines.withoutComment(lines.get(i)).strip();
            if (line.isEmpty()) {
                continue;
            }
            Matcher count = COUNT.matcher(line);
            if (count.matches()) {
                counted = counted(base.get(), count.group(1), i);
                continue;
            }
            Optional<GuideRule> rule = GuideRule.read(line);
            if (rule.isEmpty()) {
                problem(
                        i,
                        GuideFault.GUIDE_LINE_INVALID,
                        "'" + line + "' is no line of a guide; write such as 'require N1[ST]-04', 'not-used REF',"
                                + " 'codes BSN-01 00 05', 'allow REF-01 UCB', 'max-length LIN-03 20', 'max-use PID 1' or 'count LIN'.");
                continue;
            }
            GuideOverlay overlay = new GuideOverlay(rule.get());
            root = overlay.over(root);
            if (overlay.places() == 0) {
                problem(
                        i,
                        GuideFault.GUIDE_PLACE_UNKNOWN,
                        "'" + line + "' names no place in set " + set + "; name a segment that it has there.");
            } else if (overlay.fitting() == 0) {
                problem(i, GuideFault.GUIDE_NOT_NARROWER, notNarrower(line));
            } else {
                rules.add(rule.get());
            }
        }
        return new Guide.Reading(new Guide(set, version, rules, counted), List.copyOf(problems));
    }

    private String counted(SetRule base, String id, int index) {
        if (!base.counted().isEmpty() && base.root().knows(id)) {
            return id;
        }
        problem(
                index,
                GuideFault.GUIDE_PLACE_UNKNOWN,
                base.counted().isEmpty()
                        ? "Set " + set + " has no total that could count '" + id + "'; leave the line out."
                        : "There is no '" + id + "' in set " + set + "; name a segment that it has.");
        return "";
    }

    /** The set that the lines are checked against: in the guide's version, or in the latest that is known. */
    private Optional<SetRule> base() {
        return Grammar.standard().set(set, version.isEmpty() ? Versions.all().last() : version);
    }

    private static String notNarrower(String line) {
        return "'" + line + "' asks for what the standard does not allow there: an element or code that it does not"
                + " have, more than it allows, or to leave out what it requires; ask for less than the standard allows.";
    }

    private void problem(int index, GuideFault fault, String message) {
        problems.add(Problem.error(fault, Place.inFile(file + ":" + (firstLine + index)), message));
    }
}
