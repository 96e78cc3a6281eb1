package io.lotwire.mapping;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.PathFindings;
import io.lotwire.edi.tree.Value;
import io.lotwire.lot.Item;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Party;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reference;
import io.lotwire.mapping.Mapping.LotDate;
import io.lotwire.mapping.Plan.Range;
import io.lotwire.mapping.goods.GoodsBelow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A loop on the way from the set to the goods in hand: what the mapping's places find in it, and what was made of that. A
 * value that a loop does not have is that of the nearest loop around that has it, so what is made once serves all goods
 * below.
 */
final class Scope {
    private final Loop loop;
    private final int from;
    private final int to;
    private final Scope around;
    private final PathFindings found;
    private final int kinds;

    /** Made once, when it is asked for first. */
    Read<Item> item;

    Read<Quantity> quantity;
    Read<List<LotFinding>> lots;
    Map<LotDate, DateRead> dates;

    List<UnitFinding> units;
    Read<Party> shipFrom;
    Read<Party> shipTo;
    Read<LotSource> lotSource;
    Read<List<Reference>> references;
    GoodsBelow goodsBelow;

    Scope(Loop loop, Scope around, Plan plan) {
        this(loop, 0, Integer.MAX_VALUE, around, plan);
    }

    /**
     * One of several lines of goods that a loop holds side by side.
     *
     * @param from the position in the set of its first segment
     * @param to the position of the first segment behind it
     */
    Scope(Loop loop, int from, int to, Scope around, Plan plan) {
        this.loop = loop;
        this.from = from;
        this.to = to;
        this.around = around;
        this.found = plan.find(loop, from, to);
        int said = 0;
        for (int i = 0; i < found.count(); i++) {
            said |= plan.kind(found.path(i), found.value(i));
        }
        this.kinds = said;
    }

    Loop loop() {
        return loop;
    }

    /** The loops inside it, in document order. */
    Collection<Loop> inner() {
        if (from == 0 && to == Integer.MAX_VALUE) {
            return loop.loops();
        }
        return loop.loops().stream()
                .filter(each -> each.first().position() >= from && each.first().position() < to)
                .toList();
    }

    /** The scope of the loop around; null for the set itself. */
    Scope around() {
        return around;
    }

    /** True when the other's loop is inside this one's. */
    boolean isAround(Scope other) {
        Scope at = other.around;
        while (at != null && at != this) {
            at = at.around;
        }
        return at != null;
    }

    PathFindings found() {
        return found;
    }

    /** True when the loop itself says something of any of these kinds. */
    boolean says(int anyOf) {
        return (kinds & anyOf) != 0;
    }

    /** This scope or the nearest around that says something of a kind; null when none does. */
    Scope nearest(int kind) {
        Scope at = this;
        while (at != null && !at.says(kind)) {
            at = at.around;
        }
        return at;
    }

    /** Where in the findings of this loop the first value of the first of these places is; -1 when none has one. */
    int best(Range places) {
        int best = -1;
        for (int i = 0; i < found.count(); i++) {
            int place = found.path(i);
            if (places.has(place) && (best < 0 || place < found.path(best))) {
                best = i;
            }
        }
        return best;
    }

    /** The segment that names the item, else the one that opens the loop. */
    Segment itemSegment(Plan plan) {
        int best = best(plan.items());
        return best < 0 ? loop.first() : found.value(best).segment();
    }

    /** The first value at a place in this loop, or the nearest around; null when none has it. */
    Value nearestValue(int place) {
        return nearestValue(place, level -> true);
    }

    /** The same, of the levels that may say it. */
    Value nearestValue(int place, Predicate<Scope> says) {
        if (place == Plan.NONE) {
            return null;
        }
        for (Scope at = this; at != null; at = at.around) {
            Value value = at.found.first(place);
            if (value != null && says.test(at)) {
                return value;
            }
        }
        return null;
    }
}
