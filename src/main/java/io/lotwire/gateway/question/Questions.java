package io.lotwire.gateway.question;

import io.lotwire.wire.api.ApiQuestions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All questions of {@code /api/v1}, by their addresses there; each is answered as the command of the same name does with {@code --json}. */
@Singleton
final class Questions implements ApiQuestions {
    private final Map<String, Question> byAddress = new TreeMap<>();

    Questions(RegistryQuestions registry, RecallQuestions recalls, ComplianceQuestions compliance) {
        byAddress.putAll(registry.all());
        byAddress.putAll(recalls.all());
        byAddress.putAll(compliance.all());
    }

    @Override
    public Reply ask(String address, Map<String, List<String>> parameters) {
        Question question = byAddress.get(address);
        return question == null
                ? new Reply.Nothing("There is no such question: there are " + besides(address) + ".")
                : question.ask(parameters);
    }

    /** The questions of the same subject. */
    private String besides(String address) {
        String subject = address.substring(0, address.indexOf('/') + 1);
        return byAddress.keySet().stream()
                .filter(each -> each.startsWith(subject))
                .map(each -> each.substring(subject.length()))
                .collect(Collectors.joining(", "));
    }
}
