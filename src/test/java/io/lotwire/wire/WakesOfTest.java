package io.lotwire.wire;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Wakes whose broker is down: what is to be done waits in the ledger, and nobody waits for the broker. */
public final class WakesOfTest {
    private WakesOfTest() {}

    /** New ones. */
    public static Wakes withoutBroker(ProfilesInForce rules) {
        ActiveMQConnectionFactory nobody = new ActiveMQConnectionFactory("tcp://127.0.0.1:1");
        return new Wakes(nobody, rules);
    }
}
