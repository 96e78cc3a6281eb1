package io.lotwire.web.page;

import io.lotwire.access.Scope;
import io.lotwire.partner.Profile;
import io.lotwire.web.door.Signed;
import io.lotwire.wire.ProfilesInForce;
import java.util.List;

/** The partners that somebody may choose from. */
final class Partners {
    private Partners() {}

    /** Their names, in order. */
    static List<String> shownTo(Signed signed, ProfilesInForce rules) {
        return signed.asker().scope() instanceof Scope.OfPartner of
                ? List.of(of.partner())
                : rules.profiles().partners().stream()
                        .map(Profile::name)
                        .sorted()
                        .toList();
    }
}
