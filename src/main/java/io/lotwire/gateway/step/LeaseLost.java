package io.lotwire.gateway.step;

import java.util.Collection;

/** Another gateway has taken the files, because this one was taken for dead: what it has done of them does not count. */
final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost(Collection<Long> files) {
        super("Another gateway works on inbox " + files + " now, or has done it");
    }
}
