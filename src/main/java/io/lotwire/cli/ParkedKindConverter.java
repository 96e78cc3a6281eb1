package io.lotwire.cli;

import io.lotwire.parked.ParkedKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A kind of parked things by its word. */
final class ParkedKindConverter implements ITypeConverter<ParkedKind> {
    @Override
    public ParkedKind convert(String text) {
        return ParkedKind.of(text)
                .orElseThrow(
                        () -> new TypeConversionException("'" + text + "' is none of file, document and delivery."));
    }
}
