package io.lotwire.as2.agreement;

/** A weakness that an agreement tolerates in what the partner sends. */
public enum Allowance {
    /** Messages need no signature. Encrypted in CBC mode they can be altered on the way without anyone noticing. */
    UNSIGNED,
    /** Messages need no encryption. */
    UNENCRYPTED,
    /** Signatures may use SHA-1. */
    SHA_1,
    /** Encryption may use Triple DES. */
    TRIPLE_DES
}
