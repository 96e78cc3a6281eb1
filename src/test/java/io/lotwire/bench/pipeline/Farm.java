package io.lotwire.bench.pipeline;

import java.net.URI;

/** The partners that send ship notices over plain AS2 and get a 997 for each. */
enum Farm {
    A("bench-farm-a", "Bench Farm A", "BENCHFARMA", "950600011101"),
    B("bench-farm-b", "Bench Farm B", "BENCHFARMB", "950600011102");

    private final String profileName;
    private final String title;
    private final String interchangeId;
    private final String gln;

    Farm(String profileName, String title, String interchangeId, String gln) {
        this.profileName = profileName;
        this.title = title;
        this.interchangeId = interchangeId;
        this.gln = CheckDigit.after(gln);
    }

    /** The name of its profile and of its key. */
    String profileName() {
        return profileName;
    }

    /** Its name on AS2 messages. */
    String title() {
        return title;
    }

    String interchangeId() {
        return interchangeId;
    }

    String gln() {
        return gln;
    }

    /** Its profile, with its server at this address. */
    String profile(URI server) {
        return """
                name: %s
                title: %s
                identity:
                  gln: "%s"
                  x12: { qualifier: ZZ, id: %s }
                receives:
                  - document: "856"
                    mapping: x12/856
                    acknowledge: { with: "997", over: as2 }
                    lotRequired: false
                wires:
                """.formatted(profileName, title, gln, interchangeId) + ProfileText.as2(profileName, title, server);
    }
}
