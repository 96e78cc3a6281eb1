package io.lotwire.sample;

import io.lotwire.problem.ProblemCode;

/** What can be wrong with a folder of samples. */
public enum SampleFault implements ProblemCode {
    /** A sample without an input, or with several. */
    SAMPLE_WITHOUT_INPUT,
    /** Samples of a mapping or partner that is not there, or has an error. */
    SAMPLE_OF_NOBODY
}
