package io.lotwire.infer;

import io.lotwire.desk.FolderRulebook;
import io.lotwire.desk.offline.Input;
import io.lotwire.partner.Profiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What sample files say of a partner.
 *
 * @param draft a profile in YAML, with comments
 * @param questions what is open, a line each
 * @param rejections samples that are rejected, and only looked into: which, and for what, a line each
 * @param sets how many transaction sets the files have
 */
public record Inference(String draft, List<String> questions, List<String> rejections, int sets) {
    public Inference {
        questions = List.copyOf(questions);
        rejections = List.copyOf(rejections);
    }

    /**
     * Reads files, all of one partner.
     *
     * @param name the profile's name
     * @param mappings the folder of mappings
     * @param profiles those that there are already
     * @param progress is told each file before it is read
     * @throws IOException when a file cannot be read
     */
    public static Inference of(
            String name, List<Input> files, Path mappings, Profiles profiles, Consumer<String> progress)
            throws IOException {
        FolderRulebook rules = FolderRulebook.ofMappings(mappings);
        Evidence evidence = new Evidence(rules);
        for (Input file : files) {
            progress.accept(file.name());
            evidence.add(file);
        }
        List<Question> questions = Questions.of(evidence, profiles, new Trial(rules, files));
        String draft = Draft.of(name, files.stream().map(Input::name).toList(), evidence, questions);
        return new Inference(
                draft,
                questions.stream().map(Question::toString).toList(),
                evidence.rejections().stream().map(Rejection::toString).toList(),
                evidence.sets());
    }
}
