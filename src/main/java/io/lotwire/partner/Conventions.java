package io.lotwire.partner;

import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.grammar.Guide;
import io.lotwire.edi.read.X12Parser;
import java.util.List;

/**
 * How a partner's documents are read: by the standard, narrowed by the guides agreed on.
 *
 * @param grammar the rules
 * @param parser reads by them; it remembers what it compiled of them, so it is made once
 */
public record Conventions(Grammar grammar, X12Parser parser) {
    /** The standard alone. */
    public static final Conventions STANDARD = new Conventions(Grammar.standard(), X12Parser.standard());

    /** The standard narrowed by guides. */
    public static Conventions of(List<Guide> guides) {
        Grammar grammar = Grammar.standard();
        for (Guide guide : guides) {
            grammar = grammar.with(guide);
        }
        Grammar narrowed = grammar;
        return guides.isEmpty()
                ? STANDARD
                : new Conventions(narrowed, X12Parser.standard().with(interchange -> narrowed));
    }
}
