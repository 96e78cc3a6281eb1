package io.lotwire.gateway;

/**
 * Other rules are in force. What was made from those before is made anew: first the agreements and mailboxes, then the
 * routes.
 *
 * @param before the rules until now
 * @param after the rules from now on
 */
public record RulesChanged(Rules before, Rules after) {
    /** Order of observers: whom the routes use. */
    public static final int BEFORE_ROUTES = 100;

    /** Order of observers: the routes. */
    public static final int ROUTES = 200;

    /** Order of observers: those who tell of it. */
    public static final int AFTER_ROUTES = 300;
}
