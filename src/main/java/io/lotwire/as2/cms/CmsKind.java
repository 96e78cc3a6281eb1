package io.lotwire.as2.cms;

import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.refusal.Refusal;
import io.lotwire.as2.refusal.RefusalException;
import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1SequenceParser;
import org.bouncycastle.asn1.ASN1StreamParser;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;

/** What an application/pkcs7-mime part holds, by its content itself: smime-type is optional and may lie. */
public enum CmsKind {
    ENVELOPED,
    AUTH_ENVELOPED,
    COMPRESSED,
    SIGNED,
    OTHER;

    /** Looks at the first bytes of a decoded CMS body. */
    public static CmsKind of(InputStream cms) throws IOException, RefusalException {
        try {
            if (new ASN1StreamParser(cms, Content.BUFFER).readObject() instanceof ASN1SequenceParser content
                    && content.readObject() instanceof ASN1ObjectIdentifier type) {
                return of(type);
            }
        } catch (IOException | RuntimeException e) {
            throw new RefusalException(Refusal.MALFORMED, "A pkcs7-mime part is no CMS structure", e);
        }
        throw new RefusalException(Refusal.MALFORMED, "A pkcs7-mime part is no CMS structure");
    }

    private static CmsKind of(ASN1ObjectIdentifier type) {
        if (type.equals(CMSObjectIdentifiers.envelopedData)) {
            return ENVELOPED;
        }
        if (type.equals(CMSObjectIdentifiers.authEnvelopedData)) {
            return AUTH_ENVELOPED;
        }
        if (type.equals(CMSObjectIdentifiers.compressedData)) {
            return COMPRESSED;
        }
        return type.equals(CMSObjectIdentifiers.signedData) ? SIGNED : OTHER;
    }
}
