package io.lotwire.wire.sftp;

import java.util.List;

/**
 * The SSH algorithms that we offer to a server, by their names in the protocol (RFC 4253, 6 to 8; IANA "Secure Shell
 * Protocol Parameters"), best first. Where a list is empty we offer what the library thinks safe.
 *
 * @param keyExchanges such as {@code curve25519-sha256}
 * @param hostKeys such as {@code ssh-ed25519}
 * @param ciphers such as {@code aes256-gcm@openssh.com}
 * @param macs such as {@code hmac-sha2-256-etm@openssh.com}
 */
public record SftpAlgorithms(
        List<String> keyExchanges, List<String> hostKeys, List<String> ciphers, List<String> macs) {
    public SftpAlgorithms {
        keyExchanges = List.copyOf(keyExchanges);
        hostKeys = List.copyOf(hostKeys);
        ciphers = List.copyOf(ciphers);
        macs = List.copyOf(macs);
    }

    /** No restriction. */
    public static SftpAlgorithms unrestricted() {
        return new SftpAlgorithms(List.of(), List.of(), List.of(), List.of());
    }
}
