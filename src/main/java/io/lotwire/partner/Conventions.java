package io.lotwire.partner;

import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.grammar.Guide;
import io.lotwire.edi.read.X12Parser;
import java.time.ZoneId;
import java.util.List;

/**
 * How a partner's documents are read: by the standard, narrowed by the guides agreed on, and with times where they are meant.
 *
 * @param grammar the rules
 * @param parser reads by them; it remembers what it compiled of them, so it is made once
 * @param home the time zone of times that state none, null where none is agreed
 */
public record Conventions(Grammar grammar, X12Parser parser, ZoneId home) {
    /** The standard alone. */
    public static final Conventions STANDARD = new Conventions(Grammar.standard(), X12Parser.standard(), null);

    /** The standard narrowed by guides. */
    public static Conventions of(List<Guide> guides) {
        Grammar grammar = Grammar.standard();
        for (Guide guide : guides) {
            grammar = grammar.with(guide);
        }
        Grammar narrowed = grammar;
        return guides.isEmpty()
                ? STANDARD
                : new Conventions(narrowed, X12Parser.standard().with(interchange -> narrowed), null);
    }

    /**
     * The same, with times in this zone that state none.
     *
     * @param zone null where none is agreed
     */
    public Conventions at(ZoneId zone) {
        return zone == null ? this : new Conventions(grammar, parser, zone);
    }
}
