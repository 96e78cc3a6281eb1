package io.lotwire.cli;

import io.lotwire.lot.Sscc;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The number of a logistic unit on the command line. */
final class SsccConverter implements ITypeConverter<Sscc> {
    @Override
    public Sscc convert(String text) {
        return Sscc.parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is no SSCC: it has 18 digits, with or without (00) before."));
    }
}
