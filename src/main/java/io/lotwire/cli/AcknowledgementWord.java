package io.lotwire.cli;

import io.lotwire.reading.Interchanges.Acknowledgement;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 997}, {@code 999}, {@code TA1} and {@code CONTRL}. */
final class AcknowledgementWord implements ITypeConverter<Acknowledgement> {
    @Override
    public Acknowledgement convert(String word) {
        return Arrays.stream(Acknowledgement.values())
                .filter(kind -> kind.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + word + "' is none of "
                        + Arrays.stream(Acknowledgement.values())
                                .map(Acknowledgement::word)
                                .collect(Collectors.joining(", "))));
    }
}
