package io.lotwire.x12;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Links the levels of a transaction set by their pointers (HL02 names the HL01 of the parent) and finds pointers that
 * cannot be followed. A level whose pointer cannot be followed hangs under the root, so that it stays in view; each such
 * pointer is an error, since its goods would count to nobody.
 */
final class Levels {
    private static final String NUMBER_REFERENCE = "628";
    private static final String PARENT_REFERENCE = "734";

    private final List<Loop> levels;
    private final Findings findings;
    private final int deepest;
    private final Map<String, Integer> indexes = new HashMap<>();

    Levels(List<Loop> levels, Findings findings, int deepest) {
        this.levels = levels;
        this.findings = findings;
        this.deepest = deepest;
    }

    void linkUnder(Loop root) {
        for (int i = 0; i < levels.size(); i++) {
            Segment hl = levels.get(i).first();
            String number = hl.element(1);
            Integer before = indexes.putIfAbsent(number, i);
            if (before != null && !number.isEmpty()) {
                findings.element(
                        Fault.LEVEL_REPEATED,
                        hl,
                        1,
                        NUMBER_REFERENCE,
                        "HL01 '" + number + "' is already the number of segment "
                                + levels.get(before).first().number() + "; give each level a number of its own.");
            }
        }
        int[] depths = new int[levels.size()];
        for (int i = 0; i < levels.size(); i++) {
            int parent = parentOf(i);
            if (parent >= 0 && depths[parent] == deepest) {
                fault(
                        Fault.LEVEL_TOO_DEEP,
                        levels.get(i).first(),
                        "The level has more than " + (deepest - 1) + " levels above it; use fewer.");
                parent = -1;
            }
            if (parent < 0) {
                root.add(levels.get(i));
                depths[i] = 1;
            } else {
                levels.get(parent).add(levels.get(i));
                depths[i] = depths[parent] + 1;
            }
        }
    }

    /** The index of the parent, which is always smaller; -1 when there is none that can be followed. */
    private int parentOf(int index) {
        Segment hl = levels.get(index).first();
        String pointer = hl.element(2);
        if (pointer.isEmpty()) {
            checkMayStandAlone(index, hl);
            return -1;
        }
        Integer parent = indexes.get(pointer);
        if (parent == null) {
            fault(
                    Fault.LEVEL_PARENT_UNKNOWN,
                    hl,
                    "HL02 '" + pointer + "' names no level of this transaction set; name the HL01 of the level that"
                            + " holds this one.");
        } else if (leadsBack(index)) {
            fault(
                    Fault.LEVEL_CYCLE,
                    hl,
                    "HL02 '" + pointer + "' leads back to this level, which then holds itself; name the level that"
                            + " holds this one.");
        } else if (parent > index) {
            fault(
                    Fault.LEVEL_PARENT_LATER,
                    hl,
                    "HL02 '" + pointer + "' names a level that comes later, in segment "
                            + levels.get(parent).first().number() + "; send a level after the one that holds it.");
        } else {
            return parent;
        }
        return -1;
    }

    /** Only levels of the first one's kind stand at the top: one notice may tell of several shipments. */
    private void checkMayStandAlone(int index, Segment hl) {
        String topCode = levels.get(0).first().element(3);
        if (index > 0 && !hl.element(3).equals(topCode)) {
            fault(
                    Fault.LEVEL_PARENT_MISSING,
                    hl,
                    "HL02 is empty, so level '" + hl.element(1) + "' (" + hl.element(3)
                            + ") belongs to nothing; name the HL01 of the level that holds it.");
        }
    }

    private boolean leadsBack(int index) {
        int at = index;
        for (int steps = 0; steps <= levels.size(); steps++) {
            Integer next = indexes.get(levels.get(at).first().element(2));
            if (next == null) {
                return false;
            }
            if (next == index) {
                return true;
            }
            if (next < at && next < index) {
                // Earlier levels are linked already, and what is linked leads to the root.
                return false;
            }
            at = next;
        }
        return false;
    }

    private void fault(Fault fault, Segment hl, String message) {
        findings.element(fault, hl, 2, PARENT_REFERENCE, message);
    }
}
