package io.lotwire.writing;

import io.lotwire.lot.Certainty;
import io.lotwire.lot.Condition;
import io.lotwire.lot.EventTime;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.Word;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What an event states of its goods and a document must tell: what has no place in a document refuses it, unless the
 * profile leaves it out.
 */
public enum Fact {
    LOT("", "The lot '%s'"),
    EXPIRES("expires", "The expiry date %s%s"),
    BEST_BEFORE("bestBefore", "The best-before date %s%s"),
    MANUFACTURED("manufactured", "The production date %s%s"),
    PACKED("packed", "The packing date %s%s"),
    HARVESTED("harvested", "The harvest date %s%s"),
    SOURCE_GLN("lotSource", "The GLN %s of the source%s"),
    SOURCE_NAME("lotSource", "The name '%s' of the source%s"),
    SOURCE_REFERENCE("lotSource", "The reference '%s' of the source%s"),
    /** The event's own: a sum of several lots, or of several units, does not tell it. */
    QUANTITY("quantity", "The quantity %s%s"),
    ORDERED("ordered", "The ordered quantity %s%s"),
    /** The pallet or carton that holds the goods. */
    UNIT("", "The SSCC %s"),
    /** The pallet that holds the carton. */
    PALLET("pallet", "The SSCC %s of the pallet that a carton is on"),
    TIME("time", "The time %s"),
    /** That they are not simply good: who does not hear of it takes them for that. */
    CONDITION("", "That the goods%2$s are %1$s"),
    /** That the lot is one of several, and nobody knows which. */
    ONE_OF("", "That the lot may be any of %s");

    private final String word;
    /** What is said of its value, and of its lot. */
    private final String what;

    Fact(String word, String what) {
        this.word = word;
        this.what = what;
    }

    /** The words by which profiles leave facts out. */
    public static Set<String> words() {
        Set<String> words = new TreeSet<>();
        Arrays.stream(values()).map(Fact::word).filter(each -> !each.isEmpty()).forEach(words::add);
        return words;
    }

    /** The word by which a profile leaves it out; {@code ""} when none can. */
    String word() {
        return word;
    }

    /** What the event states; {@code ""} for nothing. */
    String of(LotEvent event) {
        return switch (this) {
            case LOT -> of(event.lot(), Lot::code);
            case EXPIRES -> of(event.lot(), Lot::expires);
            case BEST_BEFORE -> of(event.lot(), Lot::bestBefore);
            case MANUFACTURED -> of(event.lot(), Lot::manufactured);
            case PACKED -> of(event.lot(), Lot::packed);
            case HARVESTED -> of(event.lot(), Lot::harvested);
            case SOURCE_GLN -> of(source(event), LotSource::gln);
            case SOURCE_NAME -> of(source(event), LotSource::name);
            case SOURCE_REFERENCE -> of(source(event), LotSource::reference);
            case QUANTITY -> of(event.quantity(), quantity -> text(quantity.value()));
            case ORDERED -> of(event.quantity(), quantity -> text(quantity.ordered()));
            case UNIT -> of(event.unit(), unit -> unit.sscc().digits());
            case PALLET -> of(event.unit(), unit -> of(unit.parent(), Sscc::digits));
            case TIME -> of(event.time(), EventTime::value);
            case CONDITION -> event.condition() == Condition.GOOD ? "" : of(event.condition(), Word::of);
            case ONE_OF -> of(event.lot(), lot -> of(lot.certainty(), Fact::among));
        };
    }

    /** For a person, such as {@code The expiry date 2026-04-01 of lot 'R001A'}. */
    String inWords(LotEvent event) {
        String lot = event.lot() == null ? "" : " of lot '" + event.lot().code() + "'";
        return String.format(Locale.ROOT, what, of(event), lot);
    }

    private static String among(Certainty certainty) {
        return certainty.kind() != Certainty.Kind.ONE_OF
                ? ""
                : certainty.among().isEmpty() ? "several" : String.join(", ", certainty.among());
    }

    private static LotSource source(LotEvent event) {
        return event.lot() == null ? null : event.lot().source();
    }

    private static <T> String of(T stated, Function<T, String> value) {
        return stated == null ? "" : value.apply(stated);
    }

    private static String text(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
