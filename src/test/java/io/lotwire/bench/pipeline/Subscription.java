package io.lotwire.bench.pipeline;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who takes lot events, each over one wire: a file is for the one whose number is its ship-to. One has a delivery of each
 * set; the others have so many that deliveries pile up behind the storing, which then is over long before them.
 */
enum Subscription {
    SINGLE("bench-erp", "950600011201", Wire.JMS, 1),
    MANY_TO_QUEUE("bench-queue", "950600011202", Wire.JMS, 8),
    MANY_TO_FOLDER("bench-folder", "950600011203", Wire.SFTP, 4),
    MANY_OVER_AS2("bench-as2", "950600011204", Wire.AS2, 8);

    private enum Wire {
        JMS,
        SFTP,
        AS2;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String profileName;
    private final String gln;
    private final Wire wire;
    private final int deliveriesOfSet;

    Subscription(String profileName, String gln, Wire wire, int deliveriesOfSet) {
        this.profileName = profileName;
        this.gln = CheckDigit.after(gln);
        this.wire = wire;
        this.deliveriesOfSet = deliveriesOfSet;
    }

    /** The name of its profile and of its key, and its name on AS2 messages. */
    String profileName() {
        return profileName;
    }

    String gln() {
        return gln;
    }

    int deliveriesOfSet() {
        return deliveriesOfSet;
    }

    /** The queue that its deliveries go to, when they go to one. */
    String queue() {
        return profileName + ".lot-events";
    }

    /** Its profile, with its servers in this process. */
    String profile(PartnerProcess server) {
        String text = """
                name: %s
                title: %s
                identity:
                  gln: "%s"
                wires:
                """.formatted(profileName, profileName, gln);
        text += switch (wire) {
            case JMS -> ProfileText.jms(queue());
            case SFTP -> ProfileText.sftp(server.sftpPort());
            case AS2 -> ProfileText.as2(profileName, profileName, server.as2());
        };
        return text + "subscriptions:\n"
                + IntStream.rangeClosed(1, deliveriesOfSet)
                        .mapToObj(this::subscription)
                        .collect(Collectors.joining());
    }

    private String subscription(int number) {
        return """
                  - name: events-%d
                    when: { shipTo: they }
                    send: { format: epcis }
                    over: %s
                """.formatted(number, wire.word());
    }
}
