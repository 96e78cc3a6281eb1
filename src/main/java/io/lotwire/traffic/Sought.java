package io.lotwire.traffic;

import io.lotwire.lot.DigitalLink;
import io.lotwire.lot.ElementString;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Sscc;
import java.util.Optional;

/**
 * What somebody typed or scanned to find something, and what it may be.
 *
 * @param text as it is, without blanks around it
 * @param scanned what it says as a GS1 element string or Digital Link
 */
public record Sought(String text, Optional<ElementString> scanned) {
    /** Longer ones are cut: nothing that is found has a longer name. */
    private static final int LONGEST = 400;

    /** What a text may be. */
    public static Sought of(String text) {
        String cut = text.strip();
        cut = cut.length() > LONGEST ? cut.substring(0, LONGEST) : cut;
        Optional<ElementString> scanned =
                DigitalLink.isAddress(cut) ? DigitalLink.parse(cut) : ElementString.parse(cut);
        return new Sought(cut, scanned);
    }

    /** Whether nothing is asked. */
    public boolean isNothing() {
        return text.isEmpty();
    }

    /** The SSCC that it is or holds; its 18 digits may stand behind the identifier 00. */
    public Optional<Sscc> sscc() {
        String digits = text.length() == 20 && text.startsWith(ElementString.SSCC) ? text.substring(2) : text;
        return Sscc.parse(digits)
                .or(() -> scanned.map(it -> it.get(ElementString.SSCC)).flatMap(Sscc::parse));
    }

    /** The GTIN that it is or holds. */
    public Optional<Gtin> gtin() {
        return Gtin.parse(text).or(() -> scanned.map(ElementString::gtin).flatMap(Gtin::parse));
    }

    /** The lot code that it is or holds. */
    public String lot() {
        return scanned.map(it -> it.get(ElementString.BATCH))
                .filter(code -> !code.isEmpty())
                .orElse(text);
    }
}
