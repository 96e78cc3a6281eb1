package io.lotwire.bench.pipeline;

import io.lotwire.as2.agreement.AcceptanceRules;
import io.lotwire.as2.agreement.Allowance;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a farm and the gateway have agreed on, from the farm's side: nothing is signed or encrypted, the MDN is the answer. */
final class Agreements {
    /** The gateway's name on AS2 messages. */
    static final String US = "Northgate Distribution";

    private Agreements() {}

    static As2Agreement of(Farm farm) {
        return new As2Agreement(
                farm.title(),
                US,
                List.of(),
                List.of(),
                SendingRules.standard()
                        .signing(Optional.empty())
                        .encrypting(Optional.empty())
                        .withSignedMdn(false),
                AcceptanceRules.standard().allowing(Set.of(Allowance.UNSIGNED, Allowance.UNENCRYPTED)));
    }
}
