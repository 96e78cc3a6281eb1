package io.lotwire.compliance;

import io.lotwire.lot.Gtin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which lot events are asked for: those that all of it holds for; absent parts hold for all.
 *
 * @param lot a lot's code, to the character
 * @param gtin the product of that lot, where several have lots of this code
 * @param product of any lot
 * @param location where goods came from or went to: a GLN, or a name as documents state it
 * @param from the first day, by the clock of the place
 * @param to the last day
 */
public record Selection(
        Optional<String> lot,
        Optional<Gtin> gtin,
        Optional<Gtin> product,
        Optional<String> location,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {
    /** Every lot event. */
    public static final Selection ALL = new Selection(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The events of a lot. */
    public static Selection ofLot(String code) {
        return new Selection(
                Optional.of(code),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether it names lots, one by one or by their product. */
    boolean isOfLots() {
        return lot.isPresent() || product.isPresent();
    }

    /** In words: {@code lot A1, from 2026-03-01}. */
    public String words() {
        List<String> words = new ArrayList<>();
        lot.ifPresent(code -> words.add("lot " + code));
        gtin.ifPresent(of -> words.add("GTIN " + of));
        product.ifPresent(of -> words.add("product " + of));
        location.ifPresent(at -> words.add("location " + at));
        from.ifPresent(day -> words.add("from " + day));
        to.ifPresent(day -> words.add("to " + day));
        return words.isEmpty() ? "everything" : String.join(", ", words);
    }
}
