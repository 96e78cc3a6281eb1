package io.lotwire.bench.pipeline;

import java.util.List;

/**
 * Who is there beside the gateway.
 *
 * @param farms who sends
 * @param subscriptions who takes lot events
 */
record Cast(List<Farm> farms, List<Subscription> subscriptions) {
    Cast {
        farms = List.copyOf(farms);
        subscriptions = List.copyOf(subscriptions);
    }
}
