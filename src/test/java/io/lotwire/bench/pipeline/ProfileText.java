package io.lotwire.bench.pipeline;

import java.net.URI;

/** Parts of a profile's text. */
final class ProfileText {
    private static final String KEYS = "${LOTWIRE_DATA:var}/keys/";

    private ProfileText() {}

    /** An AS2 wire as it is when nothing else is said: signed, encrypted, with a signed MDN; below {@code wires:}. */
    static String as2(String profileName, String title, URI server) {
        return """
                  as2:
                    id: %s
                    url: %s
                    certificates: [ "%s%s.crt" ]
                """.formatted(title, server, KEYS, profileName);
    }

    /** One without signature and encryption. */
    static String plainAs2(String profileName, String title, URI server) {
        return """
                  as2:
                    id: %s
                    url: %s
                    certificates: [ "%s%s.crt" ]
                    sign: none
                    encrypt: none
                    mdn: unsigned
                    requireSigned: false
                    requireEncrypted: false
                """.formatted(title, server, KEYS, profileName);
    }

    /** A JMS wire that puts messages on a queue. */
    static String jms(String queue) {
        return "  jms:\n    send: { queue: " + queue + " }\n";
    }

    /** An SFTP wire that leaves files in a directory of the stand-in partner's server. */
    static String dropOff(int port) {
        return sftp(port) + "    dropOff: { directory: " + SftpBaseline.DIRECTORY + " }\n";
    }

    /** An SFTP wire that fetches files from a directory of that server, too, where they appear whole. */
    static String pickUp(int port) {
        return dropOff(port) + """
                    pickUp:
                      - directory: %s
                        patterns: [ "*.edi" ]
                        complete: { by: rename, temporary: [ "*.part" ] }
                        afterwards: delete
                        poll: { every: 1s }
                """.formatted(SftpBaseline.TO_FETCH);
    }

    /** A mailbox on the gateway's server, for the user with the same key. */
    static String mailbox() {
        return """
                  sftp:
                    mailbox:
                      authorizedKeys: [ "%s%s.pub" ]
                      maxMegabytes: 10000
                """.formatted(KEYS, SftpBaseline.PRIVATE_KEY);
    }

    private static String sftp(int port) {
        return """
                  sftp:
                    host: 127.0.0.1
                    port: %d
                    user: %s
                    privateKey: %s%s
                    knownHosts: %s%s
                    deadline: 8m
                """.formatted(port, SftpBaseline.USER, KEYS, SftpBaseline.PRIVATE_KEY, KEYS, SftpBaseline.KNOWN_HOSTS);
    }
}
