package io.lotwire.cli;

import io.lotwire.parked.ParkedId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A parked thing by its name. */
final class ParkedIdConverter implements ITypeConverter<ParkedId> {
    @Override
    public ParkedId convert(String text) {
        return ParkedId.of(text).orElseThrow(() -> new TypeConversionException(isNone(text)));
    }

    /** Says that a text names none. */
    static String isNone(String text) {
        return "'" + text
                + "' names no parked thing: say file-, document- or delivery- and its number, as 'lotwire parked list' does.";
    }
}
