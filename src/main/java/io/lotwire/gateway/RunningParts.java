package io.lotwire.gateway;

import io.lotwire.embedded.BrokerAddress;

/** What was decided before Quarkus started and its beans need: the settings, and where the broker is. */
final class RunningParts {
    private static Settings settings;
    private static BrokerAddress broker;

    private RunningParts() {}

    static synchronized void set(Settings processSettings, BrokerAddress brokerAddress) {
        settings = processSettings;
        broker = brokerAddress;
    }

    static synchronized Settings settings() {
        return settings;
    }

    static synchronized BrokerAddress broker() {
        return broker;
    }
}
