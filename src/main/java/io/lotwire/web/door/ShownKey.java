package io.lotwire.web.door;

import io.lotwire.access.ApiKeys;
import java.util.Optional;

/** The key of a program in a header of a request (RFC 6750, section 2.1). */
final class ShownKey {
    private static final String SCHEME = "Bearer ";

    /** No key of ours is longer. */
    private static final int LONGEST = 512;

    private ShownKey() {}

    /**
     * That of a header; empty where there is none, or it holds something else, such as a partner's token.
     *
     * @param authorization the header of this name, null when there is none
     */
    static Optional<String> of(String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> header.length() <= LONGEST)
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .filter(shown -> shown.startsWith(ApiKeys.BEGINNING));
    }
}
