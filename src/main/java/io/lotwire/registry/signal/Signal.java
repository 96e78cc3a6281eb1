package io.lotwire.registry.signal;

/**
 * A subject with more lots in trouble than chance explains.
 *
 * @param lots all of its lots
 * @param troubled those that were in trouble
 * @param expectedLow so many it would have at least, were it like the others, in 95 cases of 100
 * @param expectedHigh so many at most likewise
 * @param chance how likely so many or more are then
 */
public record Signal(
        Subject subject,
        Trouble trouble,
        long lots,
        long troubled,
        long expectedLow,
        long expectedHigh,
        double chance) {}
