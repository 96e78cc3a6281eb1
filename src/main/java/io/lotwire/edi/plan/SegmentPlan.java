package io.lotwire.edi.plan;

import io.lotwire.edi.bytes.Calendar;
import io.lotwire.edi.bytes.CodeSet;
import io.lotwire.edi.bytes.Digits;
import io.lotwire.edi.grammar.Condition;
import io.lotwire.edi.grammar.ElementRule;
import io.lotwire.edi.grammar.ElementUse;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.grammar.SegmentRule;
import io.lotwire.edi.segment.Tokenizer;
import java.util.List;

/**
 * A segment's rule laid out for reading. It tells at once, and without making anything, that a segment
 * is as its rule asks; what is wrong with another is for {@code ElementChecks} to say.
 */
public final class SegmentPlan {
    private static final int TEXT = 0;
    private static final int CODE = 1;
    private static final int WHOLE = 2;
    private static final int DECIMAL = 3;
    private static final int DATE = 4;
    private static final int TIME = 5;
    private static final int UNSURE = 6;

    private static final int LONGEST_CODE = Long.BYTES;

    private final SegmentRule rule;
    private final Use[] uses;
    private final long required;
    private final Condition[] conditions;

    /** Elements that were present in a segment that broke no condition: the next such segment mostly has the same. */
    private volatile long lastComplete = Long.MIN_VALUE;

    SegmentPlan(SegmentRule rule) {
        this.rule = rule;
        uses = rule.elements().stream().map(Use::of).toArray(Use[]::new);
        required = rule.required();
        conditions = rule.conditions().toArray(Condition[]::new);
    }

    /** The rule of a value without separators: in a composite, that is its first component. */
    private static ElementRule plain(ElementRule rule) {
        return rule.isComposite() ? rule.components().get(0).rule() : rule;
    }

    private static boolean firstIsEnough(ElementRule composite) {
        List<ElementUse> components = composite.components();
        return components.stream().skip(1).noneMatch(ElementUse::required)
                && Grammar.keyQualifiers(components.get(0).rule().reference()).isEmpty()
                && composite.conditions().stream().allMatch(condition -> condition.broken(Condition.bit(1)) == 0);
    }

    private static int kind(ElementRule rule) {
        boolean listed = !rule.codes().isEmpty();
        if (listed && rule.codes().stream().anyMatch(code -> code.length() > LONGEST_CODE)) {
            return UNSURE;
        }
        return switch (rule.type()) {
            case N -> listed ? UNSURE : WHOLE;
            case R, ND -> listed ? UNSURE : DECIMAL;
            case DT -> DATE;
            case TM -> TIME;
            case AN, ID, B -> listed ? CODE : TEXT;
        };
    }

    public SegmentRule rule() {
        return rule;
    }

    /** True when the current segment surely has nothing wrong with it, and no value that ends in blanks. */
    public boolean isSurelyGood(Tokenizer segment) {
        int count = segment.elementCount();
        if (!segment.isPlain() || count > uses.length) {
            return false;
        }
        byte[] bytes = segment.bytes();
        long present = 0;
        for (int i = 0; i < count; i++) {
            int from = segment.elementStart(i + 1);
            int to = segment.filledEnd(i + 1);
            if (to > from) {
                present |= 2L << i;
                Use use = uses[i];
                if (!use.isSurelyGood(bytes, from, to)) {
                    return false;
                }
                if (use.keys != null
                        && i + 1 < count
                        && !use.keys.areGood(bytes, from, to, segment.elementStart(i + 2), segment.filledEnd(i + 2))) {
                    return false;
                }
            }
        }
        return present == lastComplete || isComplete(present);
    }

    private boolean isComplete(long present) {
        if ((required & ~present) != 0) {
            return false;
        }
        for (Condition condition : conditions) {
            if (condition.broken(present) != 0) {
                return false;
            }
        }
        lastComplete = present;
        return true;
    }

    /**
     * What an element may hold.
     *
     * @param least its least length in characters
     * @param span its greatest length less its least
     * @param codes its codes, null unless it is a {@link #CODE}
     * @param keys the GS1 keys that it speaks of, null when it speaks of none
     */
    private record Use(int kind, int least, int span, CodeSet codes, Keys keys) {
        static Use of(ElementUse use) {
            ElementRule element = plain(use.rule());
            boolean sure = use.most() > 0 && (!use.rule().isComposite() || firstIsEnough(use.rule()));
            int kind = sure ? SegmentPlan.kind(element) : UNSURE;
            return new Use(
                    kind,
                    element.length().least(),
                    element.length().most() - element.length().least(),
                    kind == CODE ? new CodeSet(element.codes()) : null,
                    Keys.of(use.rule().reference()));
        }

        boolean isSurelyGood(byte[] bytes, int from, int to) {
            if (Integer.compareUnsigned(to - from - least, span) > 0) {
                return false;
            }
            return switch (kind) {
                case TEXT -> bytes[to - 1] != ' ';
                case CODE -> codes.contains(bytes, from, to);
                case WHOLE -> Digits.only(bytes, from, to);
                case DECIMAL -> Digits.only(bytes, from, to) || isDecimal(bytes, from, to);
                case DATE -> Calendar.isSurelyDate(bytes, from, to);
                case TIME -> Calendar.isSurelyTime(bytes, from, to);
                default -> false;
            };
        }

        /** Digits with one point, which does not count to the length. */
        private boolean isDecimal(byte[] bytes, int from, int to) {
            if (to - from - 1 < least) {
                return false;
            }
            int points = 0;
            for (int at = from; at < to; at++) {
                if (bytes[at] == '.') {
                    points++;
                } else if (bytes[at] < '0' || bytes[at] > '9') {
                    return false;
                }
            }
            return points == 1;
        }
    }
}
