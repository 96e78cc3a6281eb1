package io.lotwire.partner.certificate;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A certificate or key that takes over from another one at a moment that both sides agreed on. */
public interface Activated {
    /** When we begin to use it; {@link Instant#MIN} when no moment is named. */
    Instant from();

    /**
     * The order in which to use them: the one that took over last comes first, those of the future last. Of those
     * without a moment, the one that the profile names first.
     */
    static <A extends Activated> List<A> inOrder(List<A> all, Instant now) {
        Comparator<A> future = Comparator.comparing(each -> each.from().isAfter(now));
        Comparator<A> latest = Comparator.comparing(Activated::from, Comparator.reverseOrder());
        return all.stream().sorted(future.thenComparing(latest)).toList();
    }
}
