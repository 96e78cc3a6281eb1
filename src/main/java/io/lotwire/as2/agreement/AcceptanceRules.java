package io.lotwire.as2.agreement;

import java.net.URI;
import java.util.Set;

/**
 * What is taken from a partner.
 *
 * @param allowances the weaknesses tolerated
 * @param asyncMdnUrls where an asynchronous MDN may be sent when the partner asks for one; empty: nowhere
 */
public record AcceptanceRules(Set<Allowance> allowances, Set<URI> asyncMdnUrls) {
    public AcceptanceRules {
        allowances = Set.copyOf(allowances);
        asyncMdnUrls = Set.copyOf(asyncMdnUrls);
    }

    /** Signed with SHA-2, encrypted or not, answered in the same connection. */
    public static AcceptanceRules standard() {
        return new AcceptanceRules(Set.of(Allowance.UNENCRYPTED), Set.of());
    }

    /** These weaknesses and no other. */
    public AcceptanceRules allowing(Set<Allowance> tolerated) {
        return new AcceptanceRules(tolerated, asyncMdnUrls);
    }

    /** Asynchronous MDNs to these addresses and no other. */
    public AcceptanceRules withAsyncMdnUrls(Set<URI> urls) {
        return new AcceptanceRules(allowances, urls);
    }

    /** Whether this weakness is tolerated. */
    public boolean allows(Allowance allowance) {
        return allowances.contains(allowance);
    }
}
