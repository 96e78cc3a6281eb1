package io.lotwire.gateway.smooks;

import io.lotwire.smooks.SmooksMapping;
import jakarta.inject.Singleton;
import java.lang.ref.Cleaner;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.ResolveEndpointFailedException;
import org.jboss.logging.Logger;
import org.smooks.api.SmooksException;

/**
 * The endpoints of Camel's {@code smooks:} component that run mappings, one for each edition of a configuration. It is
 * there from the moment when the edition is compiled until nobody reads by that edition any more.
 */
@Singleton
public class SmooksEndpoints {
    private static final Logger LOG = Logger.getLogger(SmooksEndpoints.class);
    private static final String SCHEME = "smooks:";
    private static final Cleaner UNUSED = Cleaner.create();

    private final CamelContext camel;
    private final AtomicLong last = new AtomicLong();
    private final Map<SmooksMapping, String> addresses = Collections.synchronizedMap(new WeakHashMap<>());

    SmooksEndpoints(CamelContext camel) {
        this.camel = camel;
    }

    /**
     * Compiles a mapping, by starting the endpoint that runs it.
     *
     * @throws SmooksException when its configuration is wrong
     */
    public void start(SmooksMapping mapping) {
        // An edition may come again while its endpoint of before is still there: each has a name of its own.
        String factory = mapping.stamp() + "-" + last.incrementAndGet();
        String address = MappingResolver.SCHEME + ":" + mapping.name()
                + "?allowExecutionContextFromHeader=true&smooksFactory=#bean:" + factory;
        camel.getRegistry().bind(factory, new GivenSmooks(mapping.smooks()));
        try {
            camel.getEndpoint(SCHEME + address).start();
        } catch (RuntimeException e) {
            stop(camel, factory, address);
            throw e instanceof ResolveEndpointFailedException && e.getCause() instanceof SmooksException wrong
                    ? wrong
                    : e;
        }
        addresses.put(mapping, address);
        CamelContext context = camel;
        UNUSED.register(mapping, () -> stop(context, factory, address));
    }

    /** What follows {@code smooks:} in the URI of the endpoint that runs a mapping. */
    String address(SmooksMapping mapping) {
        return addresses.get(mapping);
    }

    private static void stop(CamelContext camel, String factory, String address) {
        try {
            camel.removeEndpoints(SCHEME + address);
        } catch (Exception e) {
            LOG.warn("The endpoint of " + factory + " did not stop cleanly: " + e.getMessage());
        }
        camel.getRegistry().unbind(factory);
    }
}
