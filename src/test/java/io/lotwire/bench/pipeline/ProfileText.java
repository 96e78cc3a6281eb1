package io.lotwire.bench.pipeline;

import java.net.URI;

/** Parts of a profile's text. */
final class ProfileText {
    private ProfileText() {}

    /** An AS2 wire without signature and encryption, below {@code wires:}. */
    static String as2(String profileName, String title, URI server) {
        return """
                  as2:
                    id: %s
                    url: %s
                    certificates: [ "${LOTWIRE_DATA:var}/keys/%s.crt" ]
                    sign: none
                    encrypt: none
                    mdn: unsigned
                    requireSigned: false
                    requireEncrypted: false
                """.formatted(title, server, profileName);
    }

    /** A JMS wire that puts messages on a queue. */
    static String jms(String queue) {
        return "  jms:\n    send: { queue: " + queue + " }\n";
    }

    /** An SFTP wire that leaves files in a directory of the stand-in partner's server. */
    static String sftp(int port) {
        return """
                  sftp:
                    host: 127.0.0.1
                    port: %d
                    user: %s
                    privateKey: ${LOTWIRE_DATA:var}/keys/%s
                    knownHosts: ${LOTWIRE_DATA:var}/keys/%s
                    dropOff: { directory: %s }
                """.formatted(
                port, SftpBaseline.USER, SftpBaseline.PRIVATE_KEY, SftpBaseline.KNOWN_HOSTS, SftpBaseline.DIRECTORY);
    }
}
