package io.lotwire.as2;

import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.protection.Compression;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.EncryptionAlgorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One way to protect a message and to ask for its receipt. */
record Combination(
        Optional<DigestAlgorithm> sign,
        Optional<EncryptionAlgorithm> encrypt,
        Compression compression,
        boolean signedMdn,
        boolean asyncMdn) {
    /** Each algorithm or none, each place of the compression, each kind of receipt. */
    static List<Combination> all() {
        List<Combination> all = new ArrayList<>();
        for (Optional<DigestAlgorithm> sign : orNone(DigestAlgorithm.values())) {
            for (Compression compression : Compression.values()) {
                for (Optional<EncryptionAlgorithm> encrypt : orNone(EncryptionAlgorithm.values())) {
                    for (int mdn = 0; mdn < 4; mdn++) {
                        all.add(new Combination(sign, encrypt, compression, mdn % 2 == 0, mdn / 2 == 1));
                    }
                }
            }
        }
        return all;
    }

    /** The algorithm of the MIC: the signature's; else the one that is asked for, SHA-1 where none is (RFC 4130). */
    DigestAlgorithm micAlgorithm() {
        return sign.orElse(signedMdn ? DigestAlgorithm.SHA_256 : DigestAlgorithm.SHA_1);
    }

    SendingRules rules(java.net.URI mdnTo) {
        SendingRules rules = SendingRules.standard()
                .signing(sign)
                .encrypting(encrypt)
                .compressing(compression)
                .withSignedMdn(signedMdn);
        return asyncMdn ? rules.withAsyncMdnTo(mdnTo) : rules;
    }

    private static <T> List<Optional<T>> orNone(T[] values) {
        List<Optional<T>> all = new ArrayList<>(List.of(Optional.empty()));
        for (T value : values) {
            all.add(Optional.of(value));
        }
        return all;
    }
}
