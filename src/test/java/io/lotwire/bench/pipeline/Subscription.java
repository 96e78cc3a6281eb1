package io.lotwire.bench.pipeline;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who takes lot events, each from a JMS queue of their own: a file is for the one whose number is its ship-to. */
enum Subscription {
    /** One delivery of each set. */
    SINGLE("bench-erp", "950600011201", 1),
    /** So many deliveries of each set that they pile up behind the storing, which then is over long before them. */
    MANY("bench-crowd", "950600011202", 8);

    private final String profileName;
    private final String gln;
    private final int deliveriesOfSet;

    Subscription(String profileName, String gln, int deliveriesOfSet) {
        this.profileName = profileName;
        this.gln = CheckDigit.after(gln);
        this.deliveriesOfSet = deliveriesOfSet;
    }

    String profileName() {
        return profileName;
    }

    String gln() {
        return gln;
    }

    int deliveriesOfSet() {
        return deliveriesOfSet;
    }

    /** The queue that its deliveries go to. */
    String queue() {
        return profileName + ".lot-events";
    }

    String profile() {
        return String.join(
                        "\n",
                        "name: " + profileName,
                        "title: " + profileName,
                        "identity:",
                        "  gln: \"" + gln + "\"",
                        "wires:",
                        "  jms:",
                        "    send: { queue: " + queue() + " }",
                        "subscriptions:",
                        "")
                + IntStream.rangeClosed(1, deliveriesOfSet)
                        .mapToObj(i -> String.join(
                                "\n",
                                "  - name: events-" + i,
                                "    when: { shipTo: they }",
                                "    send: { format: epcis }",
                                "    over: jms",
                                ""))
                        .collect(Collectors.joining());
    }
}
