package io.lotwire.bench;

import java.util.OptionalDouble;

/**
 * A measured figure and the goal that it is held to.
 *
 * @param what what was measured
 * @param unit of the numbers, such as {@code x} for a ratio
 * @param measured the figure; empty when it could not be measured, which does not meet any goal
 * @param better which way is better
 * @param goal what it must reach; not a number when the measure failed before there was one
 * @param stretch what would be very good; empty when there is no such
 * @param note why it was not measured, or what else there is to know; {@code ""} when there is nothing
 */
public record Figure(
        String what,
        String unit,
        OptionalDouble measured,
        Better better,
        double goal,
        OptionalDouble stretch,
        String note) {

    /** Which way a figure gets better. */
    public enum Better {
        HIGHER,
        LOWER
    }

    /** A ratio that must be at least this. */
    public static Figure atLeast(String what, double measured, double goal, double stretch) {
        return new Figure(what, "x", OptionalDouble.of(measured), Better.HIGHER, goal, OptionalDouble.of(stretch), "");
    }

    /** A number that must be at most this. */
    public static Figure atMost(String what, String unit, double measured, double goal, String note) {
        return new Figure(what, unit, OptionalDouble.of(measured), Better.LOWER, goal, OptionalDouble.empty(), note);
    }

    /** A ratio that must be at most this. */
    public static Figure atMost(String what, double measured, double goal, double stretch) {
        return new Figure(what, "x", OptionalDouble.of(measured), Better.LOWER, goal, OptionalDouble.of(stretch), "");
    }

    /** A number that must be at most this, but could not be measured. */
    public static Figure notMeasured(String what, String unit, double goal, String why) {
        return new Figure(what, unit, OptionalDouble.empty(), Better.LOWER, goal, OptionalDouble.empty(), why);
    }

    /** What should have been measured, but failed before it came to a number with a goal. */
    public static Figure failed(String what, String why) {
        return new Figure(what, "", OptionalDouble.empty(), Better.HIGHER, Double.NaN, OptionalDouble.empty(), why);
    }

    /** True when the goal is reached. */
    public boolean met() {
        return reaches(goal);
    }

    /** True when the stretch is reached too. */
    public boolean stretched() {
        return stretch.isPresent() && reaches(stretch.getAsDouble());
    }

    private boolean reaches(double mark) {
        return measured.isPresent()
                && (better == Better.HIGHER ? measured.getAsDouble() >= mark : measured.getAsDouble() <= mark);
    }
}
