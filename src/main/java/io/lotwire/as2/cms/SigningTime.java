package io.lotwire.as2.cms;

import java.util.Date;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;

/** When a signature was made, as it stands in it (RFC 5652 section 11.3). It tells seconds, and is made once in each. */
final class SigningTime {
    private static final long MILLIS = 1000;

    private static volatile SigningTime last = new SigningTime(0);

    private final long second;
    private final AttributeTable attributes;

    @SuppressWarnings("JavaUtilDate") // Bouncy Castle's Time takes no other.
    private SigningTime(long second) {
        this.second = second;
        this.attributes = new AttributeTable(
                new Attribute(CMSAttributes.signingTime, new DERSet(new Time(new Date(second * MILLIS)))));
    }

    /** The attribute for a signature that is made now. */
    static AttributeTable now() {
        long second = System.currentTimeMillis() / MILLIS;
        SigningTime time = last;
        if (time.second != second) {
            time = new SigningTime(second);
            last = time;
        }
        return time.attributes;
    }
}
