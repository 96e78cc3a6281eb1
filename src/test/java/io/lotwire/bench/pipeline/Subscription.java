package io.lotwire.bench.pipeline;

import java.util.Locale;

/**
 * Who takes lot events, each over one wire: a file is for the one whose number is its ship-to. One has a delivery of each
 * set; others have so many that most of the work is to deliver them, not to store the set.
 */
enum Subscription {
    SINGLE("bench-erp", "950600011201", Wire.JMS, 1, Documents.EPCIS),
    MANY_TO_QUEUE("bench-queue", "950600011202", Wire.JMS, 24, Documents.EPCIS),
    MANY_TO_FOLDER("bench-folder", "950600011203", Wire.SFTP, 4, Documents.EPCIS),
    MANY_OVER_AS2("bench-as2", "950600011204", Wire.AS2, 8, Documents.EPCIS),
    /** Each set in three documents, as files. */
    EACH_FORMAT("bench-formats", "950600011205", Wire.SFTP, 3, Documents.ONE_OF_EACH);

    private enum Wire {
        JMS,
        SFTP,
        AS2;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What they get of a set. */
    private enum Documents {
        EPCIS,
        ONE_OF_EACH;

        /** The one with this number, as a profile says it. */
        String text(int number) {
            return switch (this == EPCIS ? 1 : number) {
                case 0 -> "format: lot-csv";
                case 1 -> "format: epcis";
                default -> "format: x12-856, version: \"004010\", hl: S-O-I";
            };
        }
    }

    private final String profileName;
    private final String gln;
    private final Wire wire;
    private final int deliveriesOfSet;
    private final Documents documents;

    Subscription(String profileName, String gln, Wire wire, int deliveriesOfSet, Documents documents) {
        this.profileName = profileName;
        this.gln = CheckDigit.after(gln);
        this.wire = wire;
        this.deliveriesOfSet = deliveriesOfSet;
        this.documents = documents;
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

    /** Whether its deliveries go to a queue. */
    boolean hasQueue() {
        return wire == Wire.JMS;
    }

    /** Its profile, with its servers in this process. */
    String profile(PartnerProcess server) {
        StringBuilder text =
                new StringBuilder("""
                name: %s
                title: %s
                identity:
                  gln: "%s"
                  x12: { qualifier: ZZ, id: %s }
                wires:
                """.formatted(profileName, profileName, gln, profileName.toUpperCase(Locale.ROOT)));
        text.append(
                switch (wire) {
                    case JMS -> ProfileText.jms(queue());
                    case SFTP -> ProfileText.dropOff(server.sftpPort());
                    case AS2 -> ProfileText.as2(profileName, profileName, server.as2());
                });
        text.append("subscriptions:\n");
        for (int i = 0; i < deliveriesOfSet; i++) {
            text.append("""
                      - name: events-%d
                        when: { shipTo: they }
                        send: { %s }
                        over: %s
                    """.formatted(i + 1, documents.text(i), wire.word()));
        }
        return text.toString();
    }
}
