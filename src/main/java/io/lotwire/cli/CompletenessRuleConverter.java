package io.lotwire.cli;

import io.lotwire.lot.Word;
import io.lotwire.partner.Completeness;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The rules that ask for facts by their words in profiles: {@code fsma-204}, {@code dscsa}. */
final class CompletenessRuleConverter implements ITypeConverter<Completeness.Rule> {
    @Override
    public Completeness.Rule convert(String text) {
        return Arrays.stream(Completeness.Rule.values())
                .filter(rule -> Word.of(rule).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of "
                        + Arrays.stream(Completeness.Rule.values())
                                .map(Word::of)
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
