package io.lotwire.as2;

import io.lotwire.as2.PeerProcess.Product;
import io.lotwire.as2.protection.Compression;
import io.lotwire.as2.protection.EncryptionAlgorithm;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What another implementation cannot do. The table says so, and the test holds it: where this applies, the exchange must
 * fail, and in this way.
 *
 * @param product which one
 * @param theySend whether it is the sender
 * @param where the combinations that fail
 * @param seen what is found in the failure
 * @param why the footnote
 */
record Shortfall(Product product, boolean theySend, Predicate<Combination> where, Pattern seen, String why) {
    private static final List<Shortfall> KNOWN = List.of(
            new Shortfall(
                    Product.AS2_LIB,
                    true,
                    Shortfall::gcm,
                    Pattern.compile("INSUFFICIENT_SECURITY.*encryption algorithm .* is not supported"),
                    "as2-lib puts AES-GCM into enveloped-data, which is for encryption without authentication (RFC 5084,"
                            + " RFC 8551: authEnveloped-data). Ours refuses it as `insufficient-message-security`."),
            new Shortfall(
                    Product.AS2_LIB,
                    true,
                    how -> compressedFirst(how) && how.sign().isEmpty(),
                    Pattern.compile("the MIC is not"),
                    "as2-lib takes the MIC of an unsigned message over the compressed part; RFC 5402 section 4.2 wants"
                            + " it over the content."),
            new Shortfall(
                    Product.AS2_LIB,
                    false,
                    Shortfall::gcm,
                    Pattern.compile("reason=MIC_(DIFFERS|MISSING)"),
                    "as2-lib does not notice that authEnveloped-data is encrypted, stores the ciphertext, and says"
                            + " `processed`. Ours sees that the MIC is another and does not take it for delivered."),
            new Shortfall(
                    Product.AS2_LIB,
                    false,
                    how -> compressedFirst(how) && how.sign().isPresent(),
                    Pattern.compile("reason=MIC_DIFFERS"),
                    "as2-lib takes the MIC over the expanded content; RFC 5402 section 4.1 wants it over what was"
                            + " signed."),
            new Shortfall(
                    Product.AS2_LIB,
                    false,
                    how -> how.sign().isEmpty() && !how.signedMdn(),
                    Pattern.compile("reason=MIC_MISSING"),
                    "as2-lib states no MIC where neither a signature nor the request for a receipt names an"
                            + " algorithm; RFC 4130 section 7.4.3 has SHA-1 for that."),
            new Shortfall(
                    Product.OPENAS2,
                    true,
                    Shortfall::gcm,
                    Pattern.compile("OpenAS2 has no name for AES_\\d+_GCM"),
                    "OpenAS2 has no AES-GCM."),
            new Shortfall(
                    Product.OPENAS2,
                    true,
                    how -> onlyCompressed(how) && how.signedMdn(),
                    Pattern.compile("but was: .(msg_send_fail|msg_sent_mdn|sent again)"),
                    "OpenAS2 takes the MIC of a message that is only compressed without the part's headers; RFC 5402"
                            + " section 4.3 wants them in."),
            new Shortfall(
                    Product.OPENAS2,
                    false,
                    how -> !how.signedMdn(),
                    Pattern.compile("header parser received no bytes|no receipt came"),
                    "OpenAS2 gives no receipt, and closes the connection, where no algorithm is asked for."),
            new Shortfall(
                    Product.OPENAS2,
                    false,
                    Shortfall::gcm,
                    Pattern.compile("reason=MIC_DIFFERS"),
                    "OpenAS2 does not notice that authEnveloped-data is encrypted, stores the ciphertext, and says"
                            + " `processed`. Ours sees that the MIC is another and does not take it for delivered."),
            new Shortfall(
                    Product.OPENAS2,
                    false,
                    Shortfall::onlyCompressed,
                    Pattern.compile("reason=MIC_DIFFERS"),
                    "OpenAS2 takes the MIC of a message that is only compressed without the part's headers; RFC 5402"
                            + " section 4.3 wants them in."));

    /** What is known to fail in this exchange, empty when it must pass. */
    static Optional<Shortfall> of(String title, boolean theySend, Combination how) {
        return KNOWN.stream()
                .filter(known ->
                        known.product.title().equals(title) && known.theySend == theySend && known.where.test(how))
                .findFirst();
    }

    private static boolean gcm(Combination how) {
        return how.encrypt().filter(EncryptionAlgorithm::authenticated).isPresent();
    }

    private static boolean compressedFirst(Combination how) {
        return how.compression() == Compression.BEFORE_SIGNING;
    }

    private static boolean onlyCompressed(Combination how) {
        return how.compression() != Compression.NONE
                && how.sign().isEmpty()
                && how.encrypt().isEmpty();
    }
}
