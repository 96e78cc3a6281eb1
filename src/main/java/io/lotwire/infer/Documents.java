package io.lotwire.infer;

import io.lotwire.edi.segment.Syntax;
import io.lotwire.mapping.Mapping;
import io.lotwire.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** What all transaction sets of one kind say. */
final class Documents {
    final String id;
    final Syntax syntax;
    /** The mapping that reads them when a profile names none; null when there is none. */
    final Mapping mapping;

    final Tally versions = new Tally();
    final Tally shapes = new Tally();
    /** Places of the mapping where values were taken, as {@code field place}. */
    final Tally taken = new Tally();

    final Tally units = new Tally();
    final Tally ssccForms = new Tally();
    final Tally dates = new Tally();
    final Tally notMapped = new Tally();
    final Tally issues = new Tally();
    final Tally candidates = new Tally();
    /** Elements whose text speaks of a lot. */
    final Tally spokenOf = new Tally();

    final Tally datesNotTaken = new Tally();
    final List<Problem> rejections = new ArrayList<>();
    int sets;
    int read;
    int events;
    int lots;

    Documents(String id, Syntax syntax, Mapping mapping) {
        this.id = id;
        this.syntax = syntax;
        this.mapping = mapping;
    }

    String name() {
        return mapping.name();
    }
}
