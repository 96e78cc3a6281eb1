package io.lotwire.writing;

import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.segment.Element;
import io.lotwire.edi.write.EdifactWriter;
import io.lotwire.edi.write.Envelope;
import io.lotwire.edi.write.Written;
import io.lotwire.edi.write.X12Writer;
import java.util.List;
import java.util.Locale;

/** An interchange of one syntax that is being written. */
public interface Sink {
    /** Begins a set, the first with number 1. */
    void set(int number);

    void segment(String id, List<Element> elements);

    Written end();

    /** An X12 interchange with one group. */
    static Sink x12(WritingMapping mapping, String version, Address address, Grammar grammar) {
        X12Writer writer = new X12Writer(address.envelope().forVersion(version), grammar)
                .group(mapping.group(), address.sender(), address.receiver(), address.group(), version);
        return new Sink() {
            @Override
            public void set(int number) {
                writer.set(mapping.document(), String.format(Locale.ROOT, "%04d", number));
            }

            @Override
            public void segment(String id, List<Element> elements) {
                writer.segment(id, elements);
            }

            @Override
            public Written end() {
                return writer.end();
            }
        };
    }

    /** An EDIFACT interchange without groups. */
    static Sink edifact(WritingMapping mapping, String version, Address address, Grammar grammar) {
        EdifactWriter writer = new EdifactWriter(address.envelope(), grammar);
        Element identifier = Element.composite(
                mapping.document(),
                version.substring(0, 1),
                version.substring(1),
                "UN",
                mapping.versions().get(version));
        return new Sink() {
            @Override
            public void set(int number) {
                writer.message(String.valueOf(number), identifier);
            }

            @Override
            public void segment(String id, List<Element> elements) {
                writer.segment(id, elements);
            }

            @Override
            public Written end() {
                return writer.end();
            }
        };
    }

    /**
     * From whom to whom an interchange goes.
     *
     * @param envelope ISA or UNB
     * @param sender GS02
     * @param receiver GS03
     * @param group GS06
     */
    record Address(Envelope envelope, String sender, String receiver, int group) {}
}
