package io.lotwire.gateway.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many connections to the HTTP ports there are. Those past the limit, and those that say nothing, are ended by a
 * {@link HttpConnectionDoor}; Quarkus only closes them, and counts nothing.
 */
@Singleton
public class HttpConnections implements MeterBinder {
    private static final AtomicInteger OPEN = new AtomicInteger();
    private static final LongAdder REFUSED = new LongAdder();
    private static final LongAdder SILENT = new LongAdder();

    private static volatile Set<Integer> ports = Set.of();
    /** Known before any port is. */
    private static volatile HttpLimits limits;

    /** How Netty is told to look for {@link Extension}; it reads this once, with the first server of the process. */
    public static void allowExtension() {
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    /**
     * Sets what connections may take from now on.
     *
     * @param of the ports that the limits are for; the process has other servers too
     */
    public static void limit(Set<Integer> of, HttpLimits to) {
        limits = to;
        ports = Set.copyOf(of);
    }

    /** Counts a connection in; false when it is one too many. */
    static boolean enter() {
        if (OPEN.incrementAndGet() <= limits.connections()) {
            return true;
        }
        REFUSED.increment();
        return false;
    }

    static void leave() {
        OPEN.decrementAndGet();
    }

    static void saidNothing() {
        SILENT.increment();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("lotwire.http.connections", OPEN, AtomicInteger::get)
                .description("Connections to the HTTP ports")
                .register(registry);
        FunctionCounter.builder("lotwire.http.connections.refused", REFUSED, LongAdder::doubleValue)
                .description("Connections to the HTTP ports that were one too many")
                .register(registry);
        FunctionCounter.builder("lotwire.http.connections.silent", SILENT, LongAdder::doubleValue)
                .description("Connections to the HTTP ports that were closed because they said nothing")
                .register(registry);
    }

    /** Puts a door before each connection to one of the ports. Netty makes it, by its name in META-INF/services. */
    public static final class Extension extends ChannelInitializerExtension {
        @Override
        public void postInitializeServerChildChannel(Channel channel) {
            if (channel.localAddress() instanceof InetSocketAddress here && ports.contains(here.getPort())) {
                channel.pipeline().addFirst(new HttpConnectionDoor(limits.firstByte()));
            }
        }
    }
}
