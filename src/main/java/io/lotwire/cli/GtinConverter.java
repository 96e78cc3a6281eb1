package io.lotwire.cli;

import io.lotwire.lot.Gtin;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A GTIN on the command line. */
final class GtinConverter implements ITypeConverter<Gtin> {
    @Override
    public Gtin convert(String text) {
        return Gtin.parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is no GTIN: 8, 12, 13 or 14 digits with a good check digit are wanted."));
    }
}
