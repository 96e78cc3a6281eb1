package io.lotwire.gateway;

import java.util.function.Consumer;

/** What was decided before Quarkus started and its beans need. */
final class RunningParts {
    private static Settings settings;
    private static RunningGateway gateway;
    private static Consumer<RunningGateway> ready;

    private RunningParts() {}

    /**
     * @param whenReady is told when the gateway takes messages
     */
    static synchronized void set(
            Settings processSettings, RunningGateway runningGateway, Consumer<RunningGateway> whenReady) {
        settings = processSettings;
        gateway = runningGateway;
        ready = whenReady;
    }

    static synchronized Settings settings() {
        return settings;
    }

    static synchronized RunningGateway gateway() {
        return gateway;
    }

    static synchronized Consumer<RunningGateway> ready() {
        return ready;
    }
}
