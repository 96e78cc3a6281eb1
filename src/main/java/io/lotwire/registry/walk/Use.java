package io.lotwire.registry.walk;

import io.lotwire.registry.Moment;

/**
 * Goods of a lot that went into a run of production or came out of it.
 *
 * @param step what tells it
 * @param place where
 */
public record Use(Step step, int place) {
    /** The lot. */
    public long lot() {
        return step.lot();
    }

    /** Whether it is told of just this lot. */
    boolean sure() {
        return step.sure();
    }

    /** The run. */
    public long run() {
        return step.run();
    }

    /** When, null where that is not told. */
    Moment when() {
        return step.when();
    }

    /** What held the goods: the unit where one is named, else the place. */
    long holder() {
        return step.sscc() == Step.NONE ? place : Holder.unit(step.sscc());
    }
}
