package io.lotwire.wire;

import io.lotwire.partner.Profiles;

/**
 * Other profiles are in force. What was made from those before is made anew: first the agreements and mailboxes, then the routes.
 *
 * @param before the profiles until now
 * @param after the profiles from now on
 */
public record ProfilesChanged(Profiles before, Profiles after) {
    /** Order of observers: whom the routes use. */
    public static final int BEFORE_ROUTES = 100;

    /** Order of observers: the routes. */
    public static final int ROUTES = 200;

    /** Order of observers: those who tell of it. */
    public static final int AFTER_ROUTES = 300;
}
