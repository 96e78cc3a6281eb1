package io.lotwire.edi.segment;

/**
 * The segments that envelop what is sent, in one syntax. In each trailer element 1 is the count and element 2 the control
 * number.
 *
 * @param interchangeHeader such as ISA or UNB
 * @param interchangeTrailer such as IEA or UNZ
 * @param groupHeader such as GS or UNG
 * @param groupTrailer such as GE or UNE
 * @param setHeader such as ST or UNH
 * @param setTrailer such as SE or UNT
 * @param interchangeControl the element of the interchange's header that is its control number
 * @param groupControl the same of the group's header
 * @param setControl the same of the set's header
 * @param set what people call a set
 */
public record EnvelopeSegments(
        String interchangeHeader,
        String interchangeTrailer,
        String groupHeader,
        String groupTrailer,
        String setHeader,
        String setTrailer,
        int interchangeControl,
        int groupControl,
        int setControl,
        String set,
        Ids ids) {
    private static final EnvelopeSegments X12 = of("ISA", "IEA", "GS", "GE", "ST", "SE", 13, 6, 2, "transaction set");
    private static final EnvelopeSegments EDIFACT = of("UNB", "UNZ", "UNG", "UNE", "UNH", "UNT", 5, 5, 1, "message");

    /** The identifiers of those that stand within an interchange, as {@link SegmentId} packs them. */
    public record Ids(int interchangeTrailer, int groupHeader, int groupTrailer, int setHeader, int setTrailer) {
        public boolean contains(int id) {
            return id == setTrailer
                    || id == setHeader
                    || id == groupTrailer
                    || id == groupHeader
                    || id == interchangeTrailer;
        }
    }

    public static EnvelopeSegments of(Syntax syntax) {
        return syntax == Syntax.X12 ? X12 : EDIFACT;
    }

    private static EnvelopeSegments of(
            String interchangeHeader,
            String interchangeTrailer,
            String groupHeader,
            String groupTrailer,
            String setHeader,
            String setTrailer,
            int interchangeControl,
            int groupControl,
            int setControl,
            String set) {
        return new EnvelopeSegments(
                interchangeHeader,
                interchangeTrailer,
                groupHeader,
                groupTrailer,
                setHeader,
                setTrailer,
                interchangeControl,
                groupControl,
                setControl,
                set,
                new Ids(
                        SegmentId.of(interchangeTrailer),
                        SegmentId.of(groupHeader),
                        SegmentId.of(groupTrailer),
                        SegmentId.of(setHeader),
                        SegmentId.of(setTrailer)));
    }

    /** The interchange's control number as people name it, such as {@code ISA13}. */
    public String interchangeControlName() {
        return name(interchangeHeader, interchangeControl);
    }

    /** The group's control number as people name it, such as {@code GS06}. */
    public String groupControlName() {
        return name(groupHeader, groupControl);
    }

    /** The set's control number as people name it, such as {@code ST02}. */
    public String setControlName() {
        return name(setHeader, setControl);
    }

    private static String name(String segment, int element) {
        return segment + (element < 10 ? "0" : "") + element;
    }
}
