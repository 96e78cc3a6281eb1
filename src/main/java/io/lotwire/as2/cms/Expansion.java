package io.lotwire.as2.cms;

import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.bytes.Spool;
import io.lotwire.as2.bytes.SpoolOutput;
import io.lotwire.as2.bytes.SpooledOutput;
import io.lotwire.as2.mime.MimePart;
import io.lotwire.as2.refusal.As2Limits;
import io.lotwire.as2.refusal.Refusal;
import io.lotwire.as2.refusal.RefusalException;
import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.cms.CMSCompressedDataParser;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.ZlibExpanderProvider;

/** Expands ZLIB compressed-data (RFC 3274, RFC 5402) from a stream into the spool, within the limits. */
public final class Expansion {
    private Expansion() {}

    /** What was compressed, or a refusal when it does not expand within the limits. */
    public static Content expand(MimePart part, As2Limits limits, Spool spool) throws IOException, RefusalException {
        long limit = limits.expanded(part.bodyLength());
        try (InputStream decoded = part.openDecoded()) {
            CmsInput input = new CmsInput(decoded);
            CMSCompressedDataParser parser = new CMSCompressedDataParser(input.forParser());
            SpooledOutput out = spool.output(limit);
            try (out;
                    InputStream content =
                            parser.getContent(new ZlibExpanderProvider()).getContentStream()) {
                input.copy(content, out);
            }
            return out.content();
        } catch (SpooledOutput.LimitExceeded e) {
            throw new RefusalException(
                    Refusal.DECOMPRESSION_FAILED,
                    "A compressed part of " + part.bodyLength() + " bytes expands to more than " + limit + " bytes");
        } catch (SpoolOutput.SpoolException e) {
            throw e;
        } catch (CMSException | IOException | RuntimeException e) {
            throw new RefusalException(Refusal.DECOMPRESSION_FAILED, "A compressed part cannot be expanded", e);
        }
    }
}
