package io.lotwire.bench.pipeline;

import io.lotwire.as2.agreement.AcceptanceRules;
import io.lotwire.as2.agreement.Allowance;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What partners and the gateway have agreed on: nothing is signed or encrypted, the MDN is the answer. */
final class Agreements {
    /** The gateway's name on AS2 messages. */
    static final String US = "Northgate Distribution";

    private Agreements() {}

    /** A farm's, from its side. */
    static As2Agreement of(Farm farm) {
        return plain(farm.title(), US);
    }

    /** The one of who takes lot events, from the gateway's side. */
    static As2Agreement with(Subscription subscription) {
        return plain(US, subscription.profileName());
    }

    /** Those that the partners' server knows. */
    static List<As2Agreement> ofPartners() {
        return Stream.concat(
                        Arrays.stream(Farm.values()).map(Agreements::of),
                        Stream.of(plain(Subscription.MANY_OVER_AS2.profileName(), US)))
                .toList();
    }

    private static As2Agreement plain(String ours, String theirs) {
        return new As2Agreement(
                ours,
                theirs,
                List.of(),
                List.of(),
                SendingRules.standard()
                        .signing(Optional.empty())
                        .encrypting(Optional.empty())
                        .withSignedMdn(false),
                AcceptanceRules.standard().allowing(Set.of(Allowance.UNSIGNED, Allowance.UNENCRYPTED)));
    }
}
