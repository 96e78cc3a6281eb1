package io.lotwire.registry.walk;

import io.lotwire.registry.Moment;

/**
 * Which way a lot is followed: to where it went, or to where it came from. A trail reaches a lot at a place with a bound: going
 * forwards, what happened there before it has nothing to do with the trail, going backwards, what happened after it.
 */
public enum Sense {
    FORWARD {
        @Override
        boolean allows(Moment step, Moment bound, boolean surely) {
            return surely ? step.surelyFollows(bound) : step.mayFollow(bound);
        }

        @Override
        boolean isWider(Moment one, Moment than) {
            return !one.surelyFollows(than);
        }
    },
    BACKWARD {
        @Override
        boolean allows(Moment step, Moment bound, boolean surely) {
            return surely ? step.surelyPrecedes(bound) : bound.mayFollow(step);
        }

        @Override
        boolean isWider(Moment one, Moment than) {
            return !one.surelyPrecedes(than);
        }
    };

    /** Whether a step is, or may be, on the side of a bound that the trail goes to. */
    abstract boolean allows(Moment step, Moment bound, boolean surely);

    /** Whether a bound lets more through than another one. */
    abstract boolean isWider(Moment one, Moment than);
}
