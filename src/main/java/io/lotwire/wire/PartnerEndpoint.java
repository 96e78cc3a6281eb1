package io.lotwire.wire;

/** A Camel endpoint that knows more of a partner than its URI says, and so is made anew when their profile changes. */
public interface PartnerEndpoint {
    /** The name of the profile. */
    String partner();
}
