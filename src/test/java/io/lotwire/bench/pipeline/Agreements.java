package io.lotwire.bench.pipeline;

import io.lotwire.as2.agreement.AcceptanceRules;
import io.lotwire.as2.agreement.Allowance;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.demo.CompanyKeys;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What partners and the gateway have agreed on; the MDN is the answer. Of what farms send nothing is signed or encrypted, so
 * that the pipeline is measured and not the cryptography; what a subscriber gets over AS2 is protected as is usual.
 */
final class Agreements {
    /** The gateway's name on AS2 messages. */
    static final String US = "Northgate Distribution";

    private Agreements() {}

    /** A farm's, from its side. */
    static As2Agreement of(Farm farm) {
        return plain(farm.title(), US);
    }

    /** The one of who takes lot events, from the gateway's side: signed, encrypted, with a signed MDN, as is usual. */
    static As2Agreement with(Subscription subscription, CompanyKeys keys) throws IOException {
        return usual(US, ours(keys), subscription.profileName(), theirs(subscription, keys));
    }

    /** Those that the partners' server knows. */
    static List<As2Agreement> ofPartners(CompanyKeys keys) throws IOException {
        List<As2Agreement> all =
                new ArrayList<>(Arrays.stream(Farm.values()).map(Agreements::of).toList());
        Subscription over = Subscription.MANY_OVER_AS2;
        all.add(usual(over.profileName(), theirs(over, keys), US, ours(keys)));
        return all;
    }

    private static KeyAndCertificate ours(CompanyKeys keys) throws IOException {
        return keys.of(ProfileFolder.OURS, US);
    }

    private static KeyAndCertificate theirs(Subscription subscription, CompanyKeys keys) throws IOException {
        return keys.of(subscription.profileName(), subscription.profileName());
    }

    private static As2Agreement usual(String us, KeyAndCertificate ours, String them, KeyAndCertificate theirs) {
        return new As2Agreement(
                us,
                them,
                List.of(ours),
                List.of(theirs.certificate()),
                SendingRules.standard(),
                AcceptanceRules.standard());
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
