package io.lotwire.edi.grammar;

import io.lotwire.problem.Problem;
import java.util.List;

/**
 * What a partner's guide asks of a transaction set beyond the standard, as an overlay on the base grammar: {@link
 * Grammar#with}. It is written in lines:
 *
 * <table>
 * <caption>Lines</caption>
 * <tr><td>{@code require HL[I]/LIN}</td><td>each level I has a LIN</td></tr>
 * <tr><td>{@code require N1[ST]}</td><td>each loop that may have N1 has one that is ST</td></tr>
 * <tr><td>{@code require N1[ST]-04}</td><td>element 4 is there in each N1 that is ST</td></tr>
 * <tr><td>{@code not-used REF}</td><td>no REF, neither as segment nor as loop</td></tr>
 * <tr><td>{@code not-used LIN-31}</td><td>element 31 stays empty</td></tr>
 * <tr><td>{@code codes BSN-01 00 05}</td><td>only these codes</td></tr>
 * <tr><td>{@code allow REF-01 UCB EXP}</td><td>these codes too, though the standard does not have them</td></tr>
 * <tr><td>{@code max-length LIN-03 20}</td><td>at most this many characters</td></tr>
 * <tr><td>{@code max-use PID 1}</td><td>at most so often in its loop</td></tr>
 * <tr><td>{@code count LIN}</td><td>the total (CTT01) states how many LIN there are</td></tr>
 * </table>
 *
 * <p>A line applies in all places that the last steps on the way from ST end in: {@code REF} is each REF of the set,
 * {@code HL/REF} those of a level, {@code ST/REF} those of the heading. {@code [ST]} is the code of element 1, in HL that of
 * element 3; {@code [03=UL]} that of the element named. After {@code #} comes a comment. But for {@code allow}, a
 * guide narrows the standard and never widens it: where one of the places leaves no room for a line, the line passes it over.
 * Lines count one after the other, so that {@code codes} may name a code that was allowed above it.
 *
 * @param set identifier of the set, such as {@code 856}
 * @param version the version from which it holds, such as {@code 005010}; empty for all
 * @param rules its lines
 * @param counted the segment that the total counts; empty for the one that the standard says
 */
public record Guide(String set, String version, List<GuideRule> rules, String counted) {
    /** A guide, as far as it could be read, and what is wrong with its lines. */
    public record Reading(Guide guide, List<Problem> problems) {}

    public Guide {
        rules = List.copyOf(rules);
    }

    /**
     * Reads a guide and checks it against the standard, in the version given, or else in the latest that is known.
     *
     * @param file name of the file, for problems
     * @param firstLine number of the first line in the file, from 1
     */
    public static Reading read(String file, int firstLine, String set, String version, List<String> lines) {
        return new GuideReader(file, firstLine, set, version).read(lines);
    }

    boolean appliesTo(String id, String holding) {
        return set.equals(id) && (version.isEmpty() || Versions.holding(version).compareTo(holding) <= 0);
    }

    /** The segment with the codes that lines allow in some place of the set. */
    SegmentRule widen(SegmentRule segment) {
        SegmentRule widened = segment;
        for (GuideRule rule : rules) {
            widened = rule.widen(widened);
        }
        return widened;
    }

    SetRule narrow(SetRule base) {
        LoopRule root = base.root();
        for (GuideRule rule : rules) {
            root = new GuideOverlay(rule).over(root);
        }
        return new SetRule(base.id(), base.functionalId(), root, counted.isEmpty() ? base.counted() : counted);
    }
}
