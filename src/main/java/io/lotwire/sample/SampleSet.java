package io.lotwire.sample;

import io.lotwire.problem.Problem;
import java.util.List;

/**
 * The samples of a mapping or of a partner.
 *
 * @param of what it is that has them
 * @param name the mapping's name, such as {@code x12/856}, or the partner's
 * @param samples the samples
 * @param problems why some could not be made ready
 */
public record SampleSet(Of of, String name, List<Sample> samples, List<Problem> problems) {
    /** What has samples. */
    public enum Of {
        MAPPING,
        PARTNER
    }

    public SampleSet {
        samples = List.copyOf(samples);
        problems = List.copyOf(problems);
    }
}
