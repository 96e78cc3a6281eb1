package io.lotwire.partner;

import io.lotwire.problem.ProblemCode;

/** What can be wrong with a partner's profile. */
public enum PartnerFault implements ProblemCode {
    /** The folder of profiles cannot be read. */
    FOLDER_UNREADABLE,
    /** A file in the folder is not read because of its name. */
    FILE_NAME_WRONG,
    /** A number, code or address is not well formed. */
    VALUE_MALFORMED,
    /** A key that may not be there beside the others, or must. */
    KEY_OUT_OF_PLACE,
    /** Two profiles claim the same identity. */
    IDENTITY_REPEATED,
    /** Not exactly one profile says {@code self: true}. */
    SELF_NOT_ONE,
    /** A base profile extends itself, by way of others or not. */
    EXTENDS_ITSELF,
    /** A name that refers to nothing: a wire, a mapping, a file. */
    REFERENCE_DANGLING,
    /** A table is no CSV, or lacks a column or a value. */
    TABLE_MALFORMED,
    /** Two rows of a table have the same key. */
    TABLE_KEY_REPEATED,
    /** The profile does not satisfy {@code partner.schema.json}. */
    SCHEMA_VIOLATED,
    /** A certificate or key file cannot be read. */
    CERTIFICATE_UNREADABLE,
    /** A certificate is past its validity. */
    CERTIFICATE_EXPIRED,
    /** A certificate will be valid only later. */
    CERTIFICATE_NOT_YET_VALID,
    /** A certificate's validity ends soon. */
    CERTIFICATE_EXPIRES_SOON,
    /** A token is taken no more. */
    TOKEN_ENDED,
    /** A token will soon be taken no more. */
    TOKEN_ENDS_SOON,
    /** Bytes are let go sooner than a rule of the trade allows. */
    RETENTION_SHORT,
    /** No profile has the name that was asked for. */
    PROFILE_UNKNOWN
}
