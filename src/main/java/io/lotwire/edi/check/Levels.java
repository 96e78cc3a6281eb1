package io.lotwire.edi.check;

import io.lotwire.edi.bytes.Text;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.segment.CurrentSegment;
import io.lotwire.edi.segment.ElementPlace;
import io.lotwire.edi.segment.EnvelopeSegments;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.SegmentId;
import io.lotwire.edi.segment.Tokenizer;
import io.lotwire.edi.tree.LoopTable;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds for each level of a transaction set the one that it hangs under (HL02 names the HL01 of the parent, CPS02 its
 * CPS01), and pointers that cannot be followed. A level whose pointer cannot be followed hangs under the root, so that it stays in view; each
 * such pointer is an error, since its goods would count to nobody.
 */
public final class Levels {
    private static final int ROOT = 0;

    /** What opens a level, with the elements that are its number and its parent's. */
    private enum Kind {
        HL("628", "734"),
        CPS("7164", "7166");

        private final String number;
        private final String parent;

        Kind(String number, String parent) {
            this.number = number;
            this.parent = parent;
        }
    }

    private final LoopTable loops;
    private final LevelNumbers numbers = new LevelNumbers();
    private final Map<Integer, Segment> unresolved = new LinkedHashMap<>();

    /** Numbers of parents that no level has to the character, by what they are without zeros; with who named them first. */
    private final Map<String, Segment> loose = new LinkedHashMap<>();

    /** The levels by their numbers without zeros; null until a parent is not found to the character. */
    private LevelNumbers plain;

    private Findings findings;
    private int deepest;
    private int count;
    private int topCode;
    private Kind kind = Kind.HL;

    public Levels(LoopTable loops) {
        this.loops = loops;
    }

    /** Begins a set with levels of at most this depth. */
    public void begin(Findings setFindings, int depth) {
        findings = setFindings;
        deepest = depth;
        numbers.clear();
        unresolved.clear();
        loose.clear();
        plain = null;
        count = 0;
    }

    /**
     * The loop that the level in hand hangs under.
     *
     * @param current an HL or CPS
     * @param level the number that it has among the loops
     */
    public int around(CurrentSegment current, int level) {
        Tokenizer hl = current.token();
        kind = hl.id() == SegmentId.CPS ? Kind.CPS : Kind.HL;
        count++;
        note(current, level);
        if (isEmpty(hl, 2)) {
            checkMayStandAlone(current);
            return ROOT;
        }
        int parent = find(hl);
        if (parent == LevelNumbers.NONE) {
            parent = findLoosely(current.segment(), current);
        }
        if (parent == LevelNumbers.NONE || parent >= level) {
            if (!findings.isFull()) {
                unresolved.put(level, current.segment());
            }
            return ROOT;
        }
        if (depth(parent) == deepest) {
            findings.element(
                    Fault.LEVEL_TOO_DEEP,
                    current.segment(),
                    2,
                    kind.parent,
                    "The level has more than " + (deepest - 1) + " levels above it; use fewer.");
            return ROOT;
        }
        return parent;
    }

    private void note(CurrentSegment current, int level) {
        Tokenizer hl = current.token();
        if (count == 1) {
            topCode = code(hl);
        }
        if (isEmpty(hl, 1)) {
            return;
        }
        if (plain != null) {
            plain.putPlain(current.segment().element(1), level);
        }
        int before = hl.isPlain()
                ? numbers.putIfAbsent(hl.bytes(), hl.elementStart(1), hl.elementEnd(1), level)
                : putIfAbsent(current.segment().element(1), level);
        if (before != LevelNumbers.NONE) {
            findings.element(
                    Fault.LEVEL_REPEATED,
                    current.segment(),
                    1,
                    kind.number,
                    kind + "01 '" + current.segment().element(1) + "' is already the number of segment "
                            + current.number(loops.position(before)) + "; give each level a number of its own.");
        }
    }

    private int putIfAbsent(String number, int level) {
        byte[] bytes = number.getBytes(StandardCharsets.UTF_8);
        return numbers.putIfAbsent(bytes, 0, bytes.length, level);
    }

    private int find(Tokenizer hl) {
        return hl.isPlain()
                ? numbers.find(hl.bytes(), hl.elementStart(2), hl.elementEnd(2))
                : find(Text.decode(hl.bytes(), hl.elementStart(2), hl.elementEnd(2)));
    }

    /**
     * The level whose number is the same as the one that is named, though it is written with other zeros before it: HL01 and
     * HL02 are texts (X12 elements 628 and 734), which many senders write as numbers.
     */
    private int findLoosely(Segment hl, CurrentSegment current) {
        if (plain == null) {
            plain = numbers.withoutZeros();
        }
        int parent = plain.findPlain(hl.element(2));
        if (parent < 0) {
            return LevelNumbers.NONE;
        }
        loose.putIfAbsent(hl.element(2), hl);
        findings.form(
                Fault.LEVEL_NUMBER_LOOSE,
                new ElementPlace(hl, 2, 0, 0),
                " is '" + hl.element(2) + "', which no level has to the character; the one whose number is the same, in"
                        + " segment " + current.number(loops.position(parent))
                        + ", was taken, and so wherever else that"
                        + " is so in this interchange. Write the number of a level in one way.");
        return parent;
    }

    private int find(String number) {
        byte[] bytes = number.getBytes(StandardCharsets.UTF_8);
        return numbers.find(bytes, 0, bytes.length);
    }

    private static boolean isEmpty(Tokenizer hl, int element) {
        return hl.elementCount() < element || hl.elementStart(element) == hl.elementEnd(element);
    }

    private static int code(Tokenizer hl) {
        return hl.elementCount() < 3 ? SegmentId.NONE : SegmentId.of(hl.bytes(), hl.elementStart(3), hl.elementEnd(3));
    }

    /** In X12, only levels of the first one's kind stand at the top: one notice may tell of several shipments. */
    private void checkMayStandAlone(CurrentSegment current) {
        if (kind == Kind.HL && count > 1 && code(current.token()) != topCode) {
            Segment hl = current.segment();
            findings.element(
                    Fault.LEVEL_PARENT_MISSING,
                    hl,
                    2,
                    kind.parent,
                    kind + "02 is empty, so level '" + hl.element(1) + "' (" + hl.element(3)
                            + ") belongs to nothing; name the " + kind
                            + "01 of the level that holds it.");
        }
    }

    private int depth(int level) {
        int depth = 0;
        for (int at = level; at != ROOT; at = loops.around(at)) {
            depth++;
        }
        return depth;
    }

    /** Says what is wrong with the pointers that could not be followed, now that all levels are known. */
    public void end(CurrentSegment current) {
        loose.forEach((number, hl) -> {
            if (plain.findPlain(number) == LevelNumbers.SEVERAL) {
                fault(
                        Fault.LEVEL_PARENT_UNKNOWN,
                        hl,
                        kind + "02 '" + number + "' is the number of several levels that are written with other zeros"
                                + " before it; name the " + kind
                                + "01 of the level that holds this one to the character.");
            }
        });
        unresolved.forEach((level, hl) -> {
            int parent = find(hl.element(2));
            if (parent == LevelNumbers.NONE && isZero(hl.element(2)) && mayStandAlone(hl)) {
                findings.form(
                        Fault.LEVEL_NUMBER_LOOSE,
                        new ElementPlace(hl, 2, 0, 0),
                        " is '" + hl.element(2)
                                + "', but no level has that number: it was read as none, so that the level"
                                + " is one of the topmost. Leave it empty.");
            } else if (parent == LevelNumbers.NONE) {
                fault(
                        Fault.LEVEL_PARENT_UNKNOWN,
                        hl,
                        kind + "02 '" + hl.element(2) + "' names no level of this "
                                + EnvelopeSegments.of(hl.syntax()).set() + "; name the " + kind
                                + "01 of the level that holds this one.");
            } else if (leadsBack(level)) {
                fault(
                        Fault.LEVEL_CYCLE,
                        hl,
                        kind + "02 '" + hl.element(2) + "' leads back to this level, which then holds itself; name the"
                                + " level that holds this one.");
            } else {
                fault(
                        Fault.LEVEL_PARENT_LATER,
                        hl,
                        kind + "02 '" + hl.element(2) + "' names a level that comes later, in segment "
                                + current.number(loops.position(parent))
                                + "; send a level after the one that holds it.");
            }
        });
    }

    private static boolean isZero(String number) {
        return number.chars().allMatch(digit -> digit == '0');
    }

    /** Whether a level may be one of the topmost: the first, and in X12 those of its kind. */
    private boolean mayStandAlone(Segment hl) {
        return kind == Kind.CPS || hl.packed(3) == topCode;
    }

    private boolean leadsBack(int level) {
        int at = level;
        for (int steps = 0; steps <= count; steps++) {
            Segment pointer = unresolved.get(at);
            at = pointer == null ? loops.around(at) : find(pointer.element(2));
            if (at == level) {
                return true;
            }
            if (at == ROOT || at == LevelNumbers.NONE) {
                return false;
            }
        }
        return false;
    }

    private void fault(Fault fault, Segment hl, String message) {
        findings.element(fault, hl, 2, kind.parent, message);
    }
}
