package io.lotwire.edi.envelope;

import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;

/**
 * What a set's header says.
 *
 * @param id ST01, such as {@code 856}; UNH02.1 (0065), such as {@code DESADV}
 * @param controlNumber ST02; UNH01 (0062)
 * @param version ST03 where it names one, else GS08, such as {@code 004010}; UNH02.2 and UNH02.3 (0052, 0054), such as
 *     {@code D96A}
 */
public record SetHeader(String id, String controlNumber, String version) {
    public static SetHeader of(Segment header, GroupHeader group) {
        if (header.syntax() == Syntax.EDIFACT) {
            return new SetHeader(
                    header.component(2, 1), header.element(1), header.component(2, 2) + header.component(2, 3));
        }
        return new SetHeader(
                header.element(1),
                header.element(2),
                header.isEmpty(3) || !Grammar.isRelease(header.element(3)) ? group.version() : header.element(3));
    }
}
