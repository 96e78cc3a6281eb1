package io.lotwire.edi.segment;

/**
 * How much of one thing the reader takes. What goes beyond is a problem of its transaction set, which is then rejected, or
 * of its interchange, the rest of which is then not read.
 *
 * @param segmentBytes bytes of one segment
 * @param setBytes bytes of one transaction set
 * @param segmentsPerSet segments of one transaction set, ST and SE included
 * @param levelDepth levels (HL) above one another
 * @param problemsPerSet problems kept for one transaction set, group or interchange
 * @param setsPerInterchange transaction sets and groups of one interchange, counted together
 * @param problemsPerInterchange problems kept for all transaction sets of one interchange; when there are so many, of each
 *     further set only the first is
 */
public record Limits(
        int segmentBytes,
        int setBytes,
        int segmentsPerSet,
        int levelDepth,
        int problemsPerSet,
        int setsPerInterchange,
        int problemsPerInterchange) {
    /**
     * 1 MiB a segment, 256 MiB and 10,000,000 segments a set, 32 levels deep, 500 problems a set; 1,000,000 sets and 100,000
     * problems an interchange.
     */
    public static final Limits USUAL = new Limits(1 << 20, 1 << 28, 10_000_000, 32, 500, 1_000_000, 100_000);
}
