package io.lotwire.registry.balance;

import io.lotwire.registry.Moment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The lines of a lot's book at one place, in one unit, while the book is made. */
final class Account {
    private final List<Line> lines = new ArrayList<>();
    private Amount came = Amount.NONE;
    private Amount left = Amount.NONE;
    private boolean leftSomeTime;
    private Moment lastLeft;

    void add(Line line) {
        lines.add(line);
        if (line.kind().comes()) {
            came = came.plus(line.amount());
            return;
        }
        left = left.plus(line.amount());
        if (line.when() == null) {
            leftSomeTime = true;
        } else if (lastLeft == null || line.when().ends().isAfter(lastLeft.ends())) {
            lastLeft = line.when();
        }
    }

    /** Whether more left than can have come, some of it perhaps after a moment. */
    boolean lacksAfter(Moment moment) {
        boolean later = leftSomeTime || (lastLeft != null && (moment == null || lastLeft.mayFollow(moment)));
        return later && came.lacks(left).signum() > 0;
    }

    Map<Posting, Amount> postings() {
        Map<Posting, Amount> postings = new EnumMap<>(Posting.class);
        lines.forEach(line -> postings.merge(line.kind(), line.amount(), Amount::plus));
        return postings;
    }

    /** Whether at the end surely nothing more is there than what only may be. */
    boolean isEmpty() {
        return came.without(left).certain().signum() == 0;
    }

    /** How much there was at a moment, at least and at most: what may have been before it or after it counts either way. */
    Amount at(Moment when) {
        BigDecimal least = BigDecimal.ZERO;
        BigDecimal most = BigDecimal.ZERO;
        for (Line line : lines) {
            boolean surely = line.sure() && line.isBefore(when);
            boolean maybe = line.mayPrecede(when);
            if (line.kind().comes() ? surely : maybe) {
                least = least.add(line.signed());
            }
            if (line.kind().comes() ? maybe : surely) {
                most = most.add(line.signed());
            }
        }
        return new Amount(least.max(BigDecimal.ZERO), most.max(BigDecimal.ZERO));
    }
}
