package io.lotwire.cli;

import io.lotwire.desk.offline.AcknowledgementWord;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 997}, {@code 999}, {@code TA1}, {@code CONTRL} and {@code agreed}. */
final class AcknowledgementConverter implements ITypeConverter<AcknowledgementWanted> {
    private static final List<AcknowledgementWanted> KNOWN = Stream.concat(
                    Arrays.stream(AcknowledgementWord.values())
                            .map(kind -> new AcknowledgementWanted(kind.word(), kind)),
                    Stream.of(new AcknowledgementWanted(AcknowledgementWanted.AGREED, null)))
            .toList();

    @Override
    public AcknowledgementWanted convert(String word) {
        return KNOWN.stream()
                .filter(wanted -> wanted.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + word + "' is none of "
                        + KNOWN.stream().map(AcknowledgementWanted::word).collect(Collectors.joining(", "))));
    }
}
