package io.lotwire.infer;

import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import java.util.ArrayList;
import java.util.List;

/** The values of a segment that have a qualifier, each with its place as a mapping writes it. */
final class Places {
    private static final int GIN_PAIRS = 5;

    /** Marks and numbers of packages, none of which is a lot; element strings in it are read by the mappings. */
    private static final String MARKS = "MAN";

    private Places() {}

    /**
     * A value and its place.
     *
     * @param path relative to the loop that the segment is in, such as {@code REF[PC]-02} or {@code LIN/B8}
     * @param qualifier the code that says what the value is
     */
    record Qualified(String path, String qualifier, String value) {}

    static List<Qualified> of(Segment segment) {
        return segment.syntax() == Syntax.X12 ? ofX12(segment) : ofEdifact(segment);
    }

    private static List<Qualified> ofX12(Segment segment) {
        List<Qualified> places = new ArrayList<>();
        if (segment.is("REF") || segment.is("N9")) {
            add(segment.id() + "[" + segment.element(1) + "]-02", segment.element(1), segment.element(2), places);
            return places;
        }
        if (segment.is(MARKS)) {
            return places;
        }
        for (int qualifier : Grammar.standard().pairs(segment.id())) {
            String code = segment.element(qualifier);
            add(segment.id() + "/" + code, code, segment.element(qualifier + 1), places);
        }
        return places;
    }

    private static List<Qualified> ofEdifact(Segment segment) {
        List<Qualified> places = new ArrayList<>();
        if (segment.is("RFF")) {
            String code = segment.component(1, 1);
            add("RFF[" + code + "]-01.2", code, segment.component(1, 2), places);
        }
        if (segment.is("GIN")) {
            for (int i = 2; i < 2 + GIN_PAIRS; i++) {
                String path = String.format("GIN[%s]-%02d.1", segment.element(1), i);
                add(path, segment.element(1), segment.component(i, 1), places);
            }
        }
        for (int composite : Grammar.standard().qualifiedComposites(segment.id())) {
            String code = segment.component(composite, 2);
            add(segment.id() + "/" + code, code, segment.component(composite, 1), places);
        }
        return places;
    }

    private static void add(String path, String qualifier, String value, List<Qualified> places) {
        if (qualifier.matches("[A-Z0-9]{1,3}") && !value.isEmpty()) {
            places.add(new Qualified(path, qualifier, value));
        }
    }
}
