package io.lotwire.registry;

import io.lotwire.lot.EventType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The books of a lot: what came to each party and what left it. */
final class Holdings {
    private final Map<Account, Balance> accounts = new LinkedHashMap<>();

    private Holdings() {}

    /**
     * Counts movements and changes. A shipment and the receipt that answers it are one arrival: the receipt counts, as it
     * tells what really came. They belong together when they share a logistic unit or a reference.
     */
    static List<Holding> of(List<Movement> movements, List<Change> changes) {
        Holdings holdings = new Holdings();
        List<Movement> receipts = movements.stream()
                .filter(movement -> movement.type() == EventType.RECEIVED)
                .toList();
        for (Movement movement : movements) {
            boolean receipt = movement.type() == EventType.RECEIVED;
            boolean answered = !receipt && receipts.stream().anyMatch(other -> answers(other, movement));
            boolean announced = receipt
                    && movements.stream().anyMatch(other -> !other.equals(movement) && answers(movement, other));
            for (Load load : movement.loads()) {
                if (!announced) {
                    holdings.add(movement.from(), load.unit(), null, load);
                }
                if (!answered) {
                    holdings.add(movement.to(), load.unit(), load, null);
                }
            }
        }
        for (Change change : changes) {
            Load load = new Load("", "", change.quantity(), change.unit());
            if (!change.changesStock()) {
                continue;
            }
            if (change.type() == EventType.ADJUSTED) {
                holdings.add(change.at(), change.unit(), load, null);
            } else if (change.type() == EventType.DISPOSED) {
                holdings.add(change.at(), change.unit(), null, load);
            }
        }
        return holdings.accounts.entrySet().stream()
                .map(entry -> new Holding(
                        entry.getKey().party(),
                        entry.getKey().unit(),
                        entry.getValue().in,
                        entry.getValue().out,
                        entry.getValue().complete))
                .toList();
    }

    private static boolean answers(Movement receipt, Movement shipment) {
        if (shipment.type() == EventType.RECEIVED
                || receipt.to().number() != shipment.to().number()) {
            return false;
        }
        boolean sameUnit = receipt.loads().stream()
                .anyMatch(load ->
                        !load.sscc().isEmpty() && shipment.loads().stream().anyMatch(sent -> sent.isOn(load.sscc())));
        return sameUnit
                || receipt.references().stream().anyMatch(reference -> shipment.references().stream()
                        .anyMatch(other -> other.type().equals(reference.type())
                                && other.value().equals(reference.value())));
    }

    private void add(TracedParty party, String unit, Load in, Load out) {
        Balance balance = accounts.computeIfAbsent(new Account(party, unit), account -> new Balance());
        Load load = in == null ? out : in;
        if (load.quantity() == null) {
            balance.complete = false;
        } else if (in == null) {
            balance.out = balance.out.add(load.quantity());
        } else {
            balance.in = balance.in.add(load.quantity());
        }
    }

    private record Account(TracedParty party, String unit) {}

    private static final class Balance {
        private BigDecimal in = BigDecimal.ZERO;
        private BigDecimal out = BigDecimal.ZERO;
        private boolean complete = true;
    }
}
