package io.lotwire.cli;

import io.lotwire.registry.master.RecordKind;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The kinds of record by their words on the command line: {@code lots}, {@code products}, {@code parties}. */
final class RecordKindConverter implements ITypeConverter<RecordKind> {
    @Override
    public RecordKind convert(String text) {
        return Arrays.stream(RecordKind.values())
                .filter(kind -> kind.plural().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of "
                        + Arrays.stream(RecordKind.values())
                                .map(RecordKind::plural)
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
