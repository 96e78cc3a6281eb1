package io.lotwire.as2;

/** Why a delivery does not count as made. */
public enum NotConfirmedReason {
    /** The address cannot be reached or the connection broke. */
    CONNECTION_FAILED(true),
    /** No full answer within the time. */
    TIMED_OUT(true),
    /** The server answered with an HTTP status other than success. */
    HTTP_STATUS(true),
    /** The server points elsewhere; redirects are never followed. */
    REDIRECTED(false),
    /** The answer is no MDN, for instance a web page or nothing. */
    NOT_AN_MDN(true),
    /** The MDN is unsigned although a signed one was asked for. */
    MDN_UNSIGNED(true),
    /** The MDN's signature is not by a certificate that the agreement names, or its text was altered. */
    MDN_NOT_AUTHENTIC(true),
    /** The MDN is about another message. */
    OTHER_MESSAGE(true),
    /** The MDN states no MIC. */
    MIC_MISSING(true),
    /** The MDN's MIC is not that of what we sent: the partner holds other bytes. */
    MIC_DIFFERS(true),
    /** The partner says that it did not process the message; see the disposition. */
    REFUSED(false);

    private final boolean worthRetrying;

    NotConfirmedReason(boolean worthRetrying) {
        this.worthRetrying = worthRetrying;
    }

    /** Whether sending the same message again may help; if not, a person must look first. */
    public boolean worthRetrying() {
        return worthRetrying;
    }
}
