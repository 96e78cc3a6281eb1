package io.lotwire.as2.mdn;

import io.lotwire.as2.protection.DigestAlgorithm;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What MDN the sender of a message asked for (RFC 4130 section 7.3).
 *
 * @param wanted whether it asked for one at all ({@code Disposition-Notification-To})
 * @param signed whether it asked for a signed one ({@code Disposition-Notification-Options})
 * @param micAlgorithms names of MIC algorithms in the sender's order and spelling
 * @param asyncTo where it wants the MDN sent ({@code Receipt-Delivery-Option}), empty: as the answer of the request
 */
public record MdnRequest(boolean wanted, boolean signed, List<String> micAlgorithms, Optional<URI> asyncTo) {
    public MdnRequest {
        micAlgorithms = List.copyOf(micAlgorithms);
    }

    /** No MDN is wanted. */
    public static final MdnRequest NONE = new MdnRequest(false, false, List.of(), Optional.empty());

    /** The sender's own spelling of an algorithm, so that a partner that compares texts finds its own again. */
    String spelling(DigestAlgorithm algorithm) {
        return micAlgorithms.stream()
                .filter(name ->
                        DigestAlgorithm.named(name).filter(algorithm::equals).isPresent())
                .findFirst()
                .orElse(algorithm.micName());
    }

    /** The first algorithm of the list that is known; SHA-1 when there is none (RFC 4130 section 7.4.3). */
    public DigestAlgorithm preferredMicAlgorithm() {
        return micAlgorithms.stream()
                .flatMap(name -> DigestAlgorithm.named(name).stream())
                .findFirst()
                .orElse(DigestAlgorithm.SHA_1);
    }
}
