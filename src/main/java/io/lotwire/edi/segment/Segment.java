package io.lotwire.edi.segment;

import io.lotwire.edi.bytes.BeyondAscii;
import io.lotwire.edi.bytes.Text;
import io.lotwire.problem.Place;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * A segment as received: a view on its bytes. Elements, components and repetitions are counted from 1 and become text
 * only when asked for, without the blanks at their end, which carry no meaning (X12.6, ISO 9735); what is not there is
 * {@code ""}.
 */
public final class Segment {
    private final SegmentBytes in;
    private final int start;
    private final int end;
    private final int position;
    private int[] places;

    /**
     * A segment.
     *
     * @param start its first byte
     * @param end the byte after its last, without the terminator
     * @param position its position in the set, from 1
     */
    Segment(SegmentBytes in, int start, int end, int position) {
        this.in = in;
        this.start = start;
        this.end = end;
        this.position = position;
    }

    /** The segment identifier, such as {@code LIN}, as sent. */
    public String id() {
        return asSent(start, idEnd());
    }

    /** True when the identifier is this one. */
    public boolean is(String id) {
        int packed = SegmentId.of(id);
        return packed == SegmentId.NONE ? id().equals(id) : packedId() == packed;
    }

    /** The identifier as {@link SegmentId} packs it. */
    public int packedId() {
        return in.id(start, end);
    }

    /** How many elements were sent, empty ones included, the identifier not counted. */
    public int elementCount() {
        return places().length - 1;
    }

    /**
     * The element's text, with its component and repetition separators where it has some and without release characters.
     */
    public String element(int element) {
        return TrailingBlanks.off(released(asSent(element)));
    }

    /** The element's text with the blanks at its end, which the fixed elements of an ISA are filled up with. */
    public String filled(int element) {
        int from = elementStart(element);
        return from < 0 ? "" : asSent(from, end(element));
    }

    private String asSent(int element) {
        int from = elementStart(element);
        return from < 0 ? "" : asSent(from, elementEnd(element));
    }

    private String asSent(int from, int to) {
        return Text.decode(in.bytes(), from, to, in.dialect().charset());
    }

    /** A text without the characters that release the one after them. */
    private String released(String text) {
        char release = delimiters().release();
        if (release == Delimiters.NONE || text.indexOf(release) < 0) {
            return text;
        }
        StringBuilder data = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == release && at + 1 < text.length()) {
                at++;
            }
            data.append(text.charAt(at));
        }
        return data.toString();
    }

    /** True when the element is not there or has no characters, or blanks alone. */
    public boolean isEmpty(int element) {
        int from = elementStart(element);
        return from < 0 || elementEnd(element) == from;
    }

    /** True when the element is this text. */
    public boolean is(int element, String text) {
        int from = elementStart(element);
        if (from < 0) {
            return text.isEmpty();
        }
        return isText(from, elementEnd(element), text);
    }

    /** True when a component of the element's first repetition is this text. */
    public boolean is(int element, int component, String text) {
        return component(element, component).equals(text);
    }

    private boolean isText(int from, int to, String text) {
        byte[] bytes = in.bytes();
        int length = text.length();
        if (to - from != length) {
            return to - from > length
                    && (releases() || isOdd(bytes, from, to))
                    && TrailingBlanks.off(released(asSent(from, to))).equals(text);
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || bytes[from + i] != c) {
                return false;
            }
        }
        return !releases() || text.indexOf(delimiters().release()) < 0;
    }

    /** True for text that has not as many characters as bytes. */
    private static boolean isOdd(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] < ' ') {
                return true;
            }
        }
        return false;
    }

    /** The element as {@link SegmentId} packs it. */
    public int packed(int element) {
        int from = elementStart(element);
        return from < 0 ? SegmentId.NONE : SegmentId.of(in.bytes(), from, elementEnd(element));
    }

    /** A component of the element's first repetition. */
    public String component(int element, int component) {
        return component(element, 1, component);
    }

    /**
     * A component of one of the element's repetitions.
     *
     * @param component from 1; 0 for the whole repetition
     */
    public String component(int element, int repetition, int component) {
        List<String> repetitions = repetitions(element);
        if (repetition > repetitions.size()) {
            return "";
        }
        String whole = repetitions.get(repetition - 1);
        if (component == 0) {
            return TrailingBlanks.off(released(whole));
        }
        List<String> components = components(whole);
        return component <= components.size() ? components.get(component - 1) : "";
    }

    /**
     * The element's repetitions in order; one, perhaps {@code ""}, when the element does not repeat. Release characters
     * are still in them: {@link #components} takes a repetition apart.
     */
    public List<String> repetitions(int element) {
        return split(asSent(element), delimiters().repetition());
    }

    /** The components of an element's repetition, as {@link #repetitions} gives it. */
    public List<String> components(String repetition) {
        List<String> components = split(repetition, delimiters().component());
        return releases() || repetition.indexOf(' ') >= 0
                ? components.stream()
                        .map(this::released)
                        .map(TrailingBlanks::off)
                        .toList()
                : components;
    }

    /** The element with its repetitions and components; empty when it is not there. */
    public Element value(int element) {
        return new Element(repetitions(element).stream().map(this::components).toList());
    }

    /** Position in the file, from 1: the file's first ISA is 1. */
    public int number() {
        return in.first() + position - 1;
    }

    /** Position in the transaction set, from 1: ST is 1. */
    public int position() {
        return position;
    }

    /** Byte offset in the file, from 0. */
    public long offset() {
        return in.offset() + start;
    }

    /** Bytes without the terminator. */
    public int length() {
        return end - start;
    }

    /** Bytes of an element, blanks at its end included; 0 when it is not there. */
    public int elementLength(int element) {
        int from = elementStart(element);
        return from < 0 ? 0 : end(element) - from;
    }

    /** True when the element or a part of it was sent with blanks at its end. */
    public boolean isPadded(int element) {
        int from = elementStart(element);
        byte[] bytes = in.bytes();
        for (int at = from, to = from < 0 ? from : end(element); at < to; at++) {
            if (bytes[at] == ' ' && (at + 1 == to || isSeparator(bytes[at + 1]))) {
                return true;
            }
        }
        return false;
    }

    /** True when some of its bytes are not ASCII. */
    public boolean isBeyondAscii() {
        byte[] bytes = in.bytes();
        boolean ascii = true;
        for (int at = start; at < end; at++) {
            ascii &= bytes[at] >= 0;
        }
        return !ascii;
    }

    /** True when the element's text is not what the interchange's character set says, but what is likely meant. */
    public boolean isGuess(int element) {
        int from = elementStart(element);
        byte[] bytes = in.bytes();
        for (int at = from, to = from < 0 ? from : end(element); at < to; at++) {
            if (bytes[at] < 0) {
                return BeyondAscii.isGuess(bytes, from, to, in.dialect().charset());
            }
        }
        return false;
    }

    /** True in EDIFACT where the syntax level has ASCII alone, as UNOA and UNOB do. */
    public boolean statesAscii() {
        return syntax() == Syntax.EDIFACT && in.dialect().charset() == null;
    }

    private boolean isSeparator(byte b) {
        return b == (byte) delimiters().component()
                || (delimiters().repetition() != Delimiters.NONE
                        && b == (byte) delimiters().repetition());
    }

    /** Byte offset in the file of an element; where the segment ends when the element is not there. */
    public long elementOffset(int element) {
        int at = elementStart(element);
        return in.offset() + (at < 0 ? end : at);
    }

    /**
     * Byte offset in the file of a part of an element; where the element ends when the part is not there.
     *
     * @param repetition from 1; 0 for the first
     * @param component from 1; 0 for the first
     */
    long partOffset(int element, int repetition, int component) {
        int at = elementStart(element);
        if (at < 0) {
            return in.offset() + end;
        }
        int to = end(element);
        for (int passed = 1; passed < repetition; passed++) {
            at = behindNext(delimiters().repetition(), at, to);
        }
        for (int passed = 1; passed < component; passed++) {
            at = behindNext(delimiters().component(), at, to);
        }
        return in.offset() + at;
    }

    /**
     * The elements that are there, and of those that have several repetitions or components each of these; empty ones are left
     * out. The separators that an ISA names are elements, though they look like parts; what a BIN holds has no parts.
     */
    public List<ElementPlace> parts() {
        List<ElementPlace> parts = new ArrayList<>();
        for (int element = 1; element <= elementCount(); element++) {
            int from = elementStart(element);
            int to = elementEnd(element);
            if (is("ISA") || (element == 2 && packedId() == SegmentId.BIN)) {
                addPart(new ElementPlace(this, element, 0, 0), from, to, parts);
                continue;
            }
            int end = nextPart(delimiters().repetition(), from, to);
            for (int repetition = end < to ? 1 : 0, at = from; at <= to; repetition++) {
                addComponents(new ElementPlace(this, element, repetition, 0), at, end, parts);
                at = end + 1;
                end = nextPart(delimiters().repetition(), Math.min(at, to), to);
            }
        }
        return parts;
    }

    private void addComponents(ElementPlace whole, int from, int to, List<ElementPlace> parts) {
        int end = nextPart(delimiters().component(), from, to);
        if (end == to) {
            addPart(whole, from, to, parts);
            return;
        }
        for (int component = 1, at = from; at <= to; component++) {
            addPart(whole.component(component), at, end, parts);
            at = end + 1;
            end = nextPart(delimiters().component(), Math.min(at, to), to);
        }
    }

    private static void addPart(ElementPlace place, int from, int to, List<ElementPlace> parts) {
        if (from < to) {
            parts.add(place);
        }
    }

    private int nextPart(char separator, int from, int to) {
        return separator == Delimiters.NONE ? to : next(separator, from, to);
    }

    /**
     * The bytes in the file of a part of an element, without blanks at its end; none, where the element ends, when the part is not
     * there.
     *
     * @param repetition from 1; 0 for all
     * @param component from 1; 0 for all of the repetition
     */
    ByteRange partBytes(int element, int repetition, int component) {
        int from = elementStart(element);
        if (from < 0) {
            return new ByteRange(in.offset() + end, in.offset() + end);
        }
        int to = end(element);
        if (repetition > 0 || component > 0) {
            for (int passed = 1; passed < repetition; passed++) {
                from = Math.min(nextPart(delimiters().repetition(), from, to) + 1, to);
            }
            to = nextPart(delimiters().repetition(), from, to);
        }
        if (component > 0) {
            for (int passed = 1; passed < component; passed++) {
                from = Math.min(nextPart(delimiters().component(), from, to) + 1, to);
            }
            to = nextPart(delimiters().component(), from, to);
        }
        int filled = TrailingBlanks.before(in.bytes(), from, to, delimiters().release());
        return new ByteRange(in.offset() + from, in.offset() + filled);
    }

    private int behindNext(char separator, int from, int to) {
        return Math.min(next(separator, from, to) + 1, to);
    }

    /** The segment as sent, without its terminator. */
    @Override
    public String toString() {
        return asSent(start, end);
    }

    /** The rules that the segment is written by. */
    public Syntax syntax() {
        return in.dialect().syntax();
    }

    private boolean releases() {
        return delimiters().release() != Delimiters.NONE;
    }

    /** The delimiters of the interchange that the segment is in. */
    public Delimiters delimiters() {
        return in.delimiters();
    }

    /** Where an element is, 0 for the segment itself; file and control numbers are for the caller to fill. */
    public Place place(int element) {
        return new ElementPlace(this, element, 0, 0).place();
    }

    /** Where the elements begin; found when the first of them is asked for. */
    private int[] places() {
        int[] found = places;
        if (found == null) {
            found = ElementPlaces.of(in, start, end);
            VarHandle.storeStoreFence(); // Who sees the array in another thread sees what is in it.
            places = found;
        }
        return found;
    }

    /** Where an element begins; -1 when it is not there. */
    private int elementStart(int element) {
        return element >= 1 && element < places().length ? places()[element - 1] : -1;
    }

    /** The byte after an element that is there, without the blanks at its end. */
    private int elementEnd(int element) {
        int to = end(element);
        byte[] bytes = in.bytes();
        return bytes[to - 1] == ' '
                ? TrailingBlanks.before(
                        bytes, places()[element - 1], to, delimiters().release())
                : to;
    }

    /** The byte after an element that is there, as sent. */
    private int end(int element) {
        return places()[element] - 1;
    }

    private int idEnd() {
        return places()[0] - 1;
    }

    /** The place of the next separator that is not released, or where to stop. */
    private int next(char separator, int from, int to) {
        byte[] bytes = in.bytes();
        byte release = (byte) delimiters().release();
        int at = from;
        while (at < to && bytes[at] != (byte) separator) {
            at += releases() && bytes[at] == release ? 2 : 1;
        }
        return Math.min(at, to);
    }

    private List<String> split(String text, char separator) {
        if (separator == Delimiters.NONE || text.indexOf(separator) < 0) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = next(text, separator, 0); at < text.length(); at = next(text, separator, from)) {
            parts.add(text.substring(from, at));
            from = at + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }

    private int next(String text, char separator, int from) {
        char release = delimiters().release();
        if (release == Delimiters.NONE) {
            int at = text.indexOf(separator, from);
            return at < 0 ? text.length() : at;
        }
        int at = from;
        while (at < text.length() && text.charAt(at) != separator) {
            at += text.charAt(at) == release ? 2 : 1;
        }
        return Math.min(at, text.length());
    }
}
