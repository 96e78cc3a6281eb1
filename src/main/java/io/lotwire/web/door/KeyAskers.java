package io.lotwire.web.door;

import io.lotwire.access.ApiKeys;
import io.lotwire.access.Role;
import io.lotwire.ledger.Ledger;
import io.lotwire.wire.api.ApiAskers;
import jakarta.inject.Singleton;

/** The registry and the rest may be asked by programs that have a key of a viewer, or of who may more. */
@Singleton
final class KeyAskers implements ApiAskers {
    private final Ledger ledger;

    KeyAskers(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public boolean isKey(String authorization) {
        return ShownKey.of(authorization).isPresent();
    }

    @Override
    public Verdict of(String authorization) {
        return ShownKey.of(authorization)
                .flatMap(shown -> ledger.inTransaction(tx -> new ApiKeys(tx).seen(shown)))
                .map(key -> key.grant().role().includes(Role.VIEWER) ? Verdict.MAY_ASK : Verdict.MAY_NOT)
                .orElse(Verdict.NOT_KNOWN);
    }
}
