package io.lotwire.gateway.step;

import io.lotwire.problem.ProblemCode;

/** Why a partner's message waits for a person. */
enum MessageFault implements ProblemCode {
    /** A text for people (864). */
    TEXT_TO_READ,
    /** An 824 or APERAK about nothing that we know of. */
    ADVICE_ABOUT_NOTHING_OF_OURS
}
