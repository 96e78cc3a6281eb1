package io.lotwire.cli;

import io.lotwire.cli.Interchanges.Acknowledgement;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 997}, {@code TA1} and {@code CONTRL}. */
final class AcknowledgementWord implements ITypeConverter<Acknowledgement> {
    @Override
    public Acknowledgement convert(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "997" -> Acknowledgement.F997;
            case "TA1" -> Acknowledgement.TA1;
            case "CONTRL" -> Acknowledgement.CONTRL;
            default -> throw new TypeConversionException("'" + word + "' is none of 997, TA1, CONTRL");
        };
    }
}
