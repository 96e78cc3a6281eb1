package io.lotwire.bench.pipeline;

/** The partners that send ship notices and get a 997 for each interchange, over plain AS2 or SFTP. */
enum Farm {
    A("bench-farm-a", "Bench Farm A", "BENCHFARMA", "950600011101", Wire.AS2),
    B("bench-farm-b", "Bench Farm B", "BENCHFARMB", "950600011102", Wire.AS2),
    /** Its files are fetched from its server. */
    WITH_SERVER("bench-farm-c", "Bench Farm C", "BENCHFARMC", "950600011103", Wire.SFTP),
    /** It leaves its files in its mailbox on our server. */
    WITH_MAILBOX("bench-farm-d", "Bench Farm D", "BENCHFARMD", "950600011104", Wire.MAILBOX);

    private enum Wire {
        AS2("as2"),
        SFTP("sftp"),
        MAILBOX("sftp");

        private final String word;

        Wire(String word) {
            this.word = word;
        }
    }

    private final String profileName;
    private final String title;
    private final String interchangeId;
    private final String gln;
    private final Wire wire;

    Farm(String profileName, String title, String interchangeId, String gln, Wire wire) {
        this.profileName = profileName;
        this.title = title;
        this.interchangeId = interchangeId;
        this.gln = CheckDigit.after(gln);
        this.wire = wire;
    }

    /** The name of its profile and of its key, and its user's at its mailbox. */
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

    /** Its profile, with its servers in this process. */
    String profile(PartnerProcess server) {
        return """
                name: %s
                title: %s
                identity:
                  gln: "%s"
                  x12: { qualifier: ZZ, id: %s }
                receives:
                  - document: "856"
                    mapping: x12/856
                    acknowledge: { with: "997", over: %s }
                    lotRequired: false
                wires:
                """.formatted(profileName, title, gln, interchangeId, wire.word)
                + switch (wire) {
                    case AS2 -> ProfileText.plainAs2(profileName, title, server.as2());
                    case SFTP -> ProfileText.pickUp(server.sftpPort());
                    case MAILBOX -> ProfileText.mailbox();
                };
    }
}
