package io.lotwire.wire.as2;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * The places for AS2 requests under way. Each holds a thread while its body comes in, unless that is small, and Quarkus has 200. Until the
 * signature is checked, after the body is read, anybody may claim any name: those who did not prove who they are share
 * places of their own, few of them for each remote address, so that they keep no partner out.
 */
@Singleton
public class Places implements MeterBinder {
    /** Of all. */
    static final int MOST = 150;

    /** Of those who did not prove who they are; the rest is kept for partners. */
    static final int OF_STRANGERS = 100;

    /** Of those of them who come from one address. */
    static final int OF_ONE_ADDRESS = 20;

    /** Why a request finds no place. */
    enum Full {
        /** All are taken. */
        ALL,
        /** Those of a partner, agreed in the profile, are taken. */
        PARTNER,
        /** Those of strangers are taken, or those of this one's address. */
        STRANGERS
    }

    private final Semaphore all = new Semaphore(MOST);
    private final Map<String, Integer> strangers = new HashMap<>();
    private final Map<Full, Counter> refusals = new EnumMap<>(Full.class);
    private int strangersInAll;

    /** Counts what is under way, and what was told to come later: {@code lotwire_as2_refusals_total{full="partner"}}. */
    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("lotwire.as2.requests", this::underWay)
                .description("AS2 requests under way")
                .register(registry);
        for (Full full : Full.values()) {
            Counter counter = Counter.builder("lotwire.as2.refusals")
                    .description("AS2 requests told to come later, by whose places were taken")
                    .tag("full", full.name().toLowerCase(Locale.ROOT))
                    .register(registry);
            synchronized (refusals) {
                refusals.put(full, counter);
            }
        }
    }

    /** How many requests are under way. */
    int underWay() {
        return MOST - all.availablePermits();
    }

    /** How many requests found no place since the start. */
    long refused() {
        synchronized (refusals) {
            return (long) refusals.values().stream().mapToDouble(Counter::count).sum();
        }
    }

    /** A place among all; false when there is none. */
    boolean enter() {
        return all.tryAcquire() || refuse(Full.ALL);
    }

    void leave() {
        all.release();
    }

    /** A place of the partner's; false when there is none. */
    boolean enter(Semaphore ofPartner) {
        return ofPartner.tryAcquire() || refuse(Full.PARTNER);
    }

    /** A place for somebody from this address; false when there is none. */
    boolean enter(String address) {
        synchronized (strangers) {
            int here = strangers.getOrDefault(address, 0);
            if (strangersInAll < OF_STRANGERS && here < OF_ONE_ADDRESS) {
                strangersInAll++;
                strangers.put(address, here + 1);
                return true;
            }
        }
        return refuse(Full.STRANGERS);
    }

    void leave(String address) {
        synchronized (strangers) {
            strangersInAll--;
            strangers.computeIfPresent(address, (same, here) -> here == 1 ? null : here - 1);
        }
    }

    private boolean refuse(Full full) {
        synchronized (refusals) {
            Counter counter = refusals.get(full);
            if (counter != null) {
                counter.increment();
            }
        }
        return false;
    }
}
