package io.lotwire.cli;

import io.lotwire.access.Role;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A role by its word. */
final class RoleConverter implements ITypeConverter<Role> {
    @Override
    public Role convert(String text) {
        return Role.of(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of "
                        + Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(", ")) + "."));
    }
}
