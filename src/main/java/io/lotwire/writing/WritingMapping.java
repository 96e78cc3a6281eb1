package io.lotwire.writing;

import io.lotwire.edi.segment.Syntax;
import io.lotwire.lot.EventType;
import io.lotwire.writing.Style.SsccForm;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How lot events become one kind of document: an out-mapping, compiled.
 *
 * @param name its path under the folder of mappings without extension, such as {@code out/x12/945}
 * @param edition the first digits of the SHA-256 of the text
 * @param text the file
 * @param document ST01 or UNH02.1
 * @param group GS01; {@code ""} in EDIFACT
 * @param versions the versions that it is written in, the usual first, and their association codes (UNH02.5)
 * @param events what the events must tell of
 * @param setPerOrder true when each order has a set of its own
 * @param shapes the trees that a profile may choose, the usual first; empty where there is nothing to choose
 * @param lots where lots can be written
 * @param lotReference where a lot code goes that is too long for its place, {@code ""} for nowhere
 * @param lotsOnlyIn the versions that have a place, of places that others lack
 * @param severalLots the places that hold more than one lot of a line
 * @param beyond codes that it writes though the standard does not have them: a guide must allow them
 * @param usual what holds where a profile chooses nothing
 * @param partyIds the qualifiers of companies' numbers, by their scheme
 * @param levels the levels of the tree, by their codes
 * @param body what is written, from the first segment behind the header to the last before the trailer
 */
public record WritingMapping(
        String name,
        String edition,
        String text,
        String document,
        String group,
        Map<String, String> versions,
        Set<EventType> events,
        boolean setPerOrder,
        List<String> shapes,
        Set<String> lots,
        String lotReference,
        Map<String, List<String>> lotsOnlyIn,
        Set<String> severalLots,
        List<CodeBeyond> beyond,
        Usual usual,
        Map<String, String> partyIds,
        Map<String, Level> levels,
        List<Node> body) {
    /**
     * What holds where a profile chooses nothing.
     *
     * @param itemsIn the qualifiers of item numbers in versions that have their own
     * @param references the qualifiers of references that are written each by itself, by their types
     */
    record Usual(
            List<String> lots,
            SsccForm sscc,
            Map<String, String> items,
            Map<String, Map<String, String>> itemsIn,
            Map<String, String> dates,
            Map<String, String> references) {
        Map<String, String> items(String version) {
            return itemsIn.getOrDefault(version, items);
        }
    }

    /** A level of the tree that a profile chooses. */
    record Level(Each each, List<Node> nodes) {}

    /** The segments that somewhere in it are not said again where a level above has said the same. */
    Set<String> once() {
        Set<String> once = new HashSet<>();
        addOnce(body, once);
        levels.values().forEach(level -> addOnce(level.nodes(), once));
        return once;
    }

    private static void addOnce(List<Node> nodes, Set<String> once) {
        for (Node node : nodes) {
            if (node instanceof Node.SegmentNode segment && segment.once()) {
                once.add(segment.id());
            } else if (node instanceof Node.LoopNode loop) {
                addOnce(loop.nodes(), once);
            }
        }
    }

    /** EDIFACT has no groups here. */
    public Syntax syntax() {
        return group.isEmpty() ? Syntax.EDIFACT : Syntax.X12;
    }

    /** The version that is written where a profile names none. */
    public String usualVersion() {
        return versions.keySet().iterator().next();
    }
}
