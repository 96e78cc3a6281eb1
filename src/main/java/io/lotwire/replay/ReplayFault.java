package io.lotwire.replay;

import io.lotwire.problem.ProblemCode;

/** Why a kept file cannot be read again. */
public enum ReplayFault implements ProblemCode {
    /** Its sender has no working profile any more. */
    PROFILE_MISSING,
    /** Its bytes are not in the archive. */
    BYTES_MISSING
}
