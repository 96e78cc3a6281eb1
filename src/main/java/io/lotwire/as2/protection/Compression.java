package io.lotwire.as2.protection;

/** Whether and where what we send is compressed with ZLIB (RFC 5402 section 3). */
public enum Compression {
    NONE,
    BEFORE_SIGNING,
    AFTER_SIGNING
}
