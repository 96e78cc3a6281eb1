package io.lotwire.registry.walk;

import io.lotwire.registry.Moment;

/**
 * From when on, or until when, a trail has to do with a lot at a place. Moments of clocks whose distance from UTC is told and of those where it is not have no
 * common order, so the widest of each is kept.
 *
 * @param open true where all that ever happened there has to do with it
 * @param told the widest moment of a clock whose distance from UTC is told; null for none
 * @param untold the widest of another clock; null for none
 */
record Bound(boolean open, Moment told, Moment untold) {
    static final Bound OPEN = new Bound(true, null, null);

    /** That of one moment; open where it is null, as it may have been any time. */
    static Bound at(Moment moment) {
        if (moment == null) {
            return OPEN;
        }
        return moment.offsetMinutes() == null ? new Bound(false, null, moment) : new Bound(false, moment, null);
    }

    /** The widest of both. */
    Bound and(Bound other, Sense sense) {
        if (open || other.open) {
            return OPEN;
        }
        return new Bound(false, widest(told, other.told, sense), widest(untold, other.untold, sense));
    }

    private static Moment widest(Moment one, Moment other, Sense sense) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return sense.isWider(other, one) ? other : one;
    }

    /**
     * Whether a step lies on the trail.
     *
     * @param step when it was, null where that is not told
     * @param surely whether it must, not only may
     */
    boolean allows(Moment step, Sense sense, boolean surely) {
        if (open) {
            return true;
        }
        if (step == null) {
            return !surely;
        }
        return (told != null && sense.allows(step, told, surely))
                || (untold != null && sense.allows(step, untold, surely));
    }
}
