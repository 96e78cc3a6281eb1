package io.lotwire.as2.refusal;

/**
 * The most that one message may be. What is larger is refused; memory and disk stay bounded.
 *
 * @param bodyBytes bytes of a received body
 * @param expansionRatio a compressed part may grow to this many times its size ...
 * @param expansionFloorBytes ... or to this many bytes, whichever is more (small parts of repetitive text compress well) ...
 * @param expandedBytes ... but never past this many bytes
 * @param headerBytes bytes of one MIME part's headers, and of all HTTP headers
 * @param securityLayers signature, encryption and compression layers around each other
 * @param parts parts of a multipart
 * @param signatureBytes bytes of a detached signature, with the certificates it carries
 */
public record As2Limits(
        long bodyBytes,
        int expansionRatio,
        long expansionFloorBytes,
        long expandedBytes,
        int headerBytes,
        int securityLayers,
        int parts,
        int signatureBytes) {

    private static final long MIB = 1024L * 1024;

    public As2Limits {
        if (bodyBytes < 1
                || expansionRatio < 1
                || expansionFloorBytes < 1
                || expandedBytes < 1
                || headerBytes < 1
                || securityLayers < 1
                || parts < 2
                || signatureBytes < 1) {
            throw new IllegalArgumentException("AS2 limits must be positive, and a multipart must be allowed 2 parts");
        }
    }

    /** 2 GiB of body, 20-fold expansion (16 MiB free, 4 GiB at most), 64 KiB of headers, 4 layers, 100 parts. */
    public static As2Limits standard() {
        return new As2Limits(2048 * MIB, 20, 16 * MIB, 4096 * MIB, 64 * 1024, 4, 100, (int) MIB);
    }

    /** The same limits with another one for the body. */
    public As2Limits withBodyBytes(long bytes) {
        return new As2Limits(
                bytes,
                expansionRatio,
                expansionFloorBytes,
                expandedBytes,
                headerBytes,
                securityLayers,
                parts,
                signatureBytes);
    }

    /** The same limits with another bound for what a compressed part expands to. */
    public As2Limits withExpansion(int ratio, long floorBytes, long mostBytes) {
        return new As2Limits(
                bodyBytes, ratio, floorBytes, mostBytes, headerBytes, securityLayers, parts, signatureBytes);
    }

    /** So many bytes a part of {@code compressedBytes} may expand to. */
    public long expanded(long compressedBytes) {
        long byRatio =
                compressedBytes > Long.MAX_VALUE / expansionRatio ? Long.MAX_VALUE : compressedBytes * expansionRatio;
        return Math.min(expandedBytes, Math.max(expansionFloorBytes, byRatio));
    }
}
