package io.lotwire.registry.balance;

import io.lotwire.lot.Item;
import io.lotwire.lot.Lot;
import io.lotwire.registry.Moment;
import io.lotwire.registry.TracedParty;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Amounts, places and lots in words. */
public final class BalanceWords {
    private BalanceWords() {}

    /** {@code 40 CA}. */
    static String of(BigDecimal quantity, String unit) {
        return (quantity.toPlainString() + " " + unit).strip();
    }

    /** {@code 40 CA}, or {@code 30 to 40 CA} where some of it is only possible. */
    public static String of(Amount amount, String unit) {
        return amount.isSure()
                ? of(amount.certain(), unit)
                : amount.certain().toPlainString() + " to " + of(amount.possible(), unit);
    }

    /** With a sign in any case. */
    static String signed(BigDecimal quantity, String unit) {
        return (quantity.signum() > 0 ? "+" : "") + of(quantity, unit);
    }

    /** Its name, with its GLN where that is not the name. */
    public static String of(TracedParty party) {
        return party.gln().isEmpty() || party.name().contains(party.gln())
                ? party.name()
                : party.name() + " (GLN " + party.gln() + ")";
    }

    static String of(List<DocumentName> documents, int most) {
        String named = documents.stream().limit(most).map(DocumentName::words).collect(Collectors.joining(", "));
        return documents.size() > most ? named + " and " + (documents.size() - most) + " more" : named;
    }

    static String lot(String code, String gtin) {
        return "Lot " + code + (gtin.isEmpty() ? "" : ", GTIN " + gtin);
    }

    static String of(Lot lot, Item item) {
        return lot.code()
                + (item.gtin() == null ? "" : ", GTIN " + item.gtin().digits())
                + (item.description().isEmpty() ? "" : ", " + item.description());
    }

    /** The day, {@code (no date)} where none is told. */
    static String day(Moment when) {
        return when == null ? "(no date)" : when.begins().toLocalDate().toString();
    }
}
