package io.lotwire.partner.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** A password from outside the profile: the first line of a file, or the value of a variable. It is never printed. */
public final class Password {
    private final Path file;
    private final String value;

    private Password(Path file, String value) {
        this.file = file;
        this.value = value;
    }

    /** The first line of a file, read each time. */
    public static Password inFile(Path file) {
        return new Password(file, "");
    }

    /** A value that the environment gave. */
    public static Password of(String value) {
        return new Password(null, value);
    }

    /** No password: what is opened with it is not encrypted. */
    public static Password none() {
        return new Password(null, "");
    }

    /**
     * The password itself.
     *
     * @throws IOException when its file cannot be read
     */
    public char[] read() throws IOException {
        return file == null
                ? value.toCharArray()
                : Files.readString(file).lines().findFirst().orElse("").toCharArray();
    }

    /** True when it can be read. */
    public boolean readable() {
        return file == null || Files.isReadable(file);
    }

    /** The file that holds it. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** The same file, or the same value. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Password that && Objects.equals(file, that.file) && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(file, value);
    }

    /** Where it stands, never what it is. */
    @Override
    public String toString() {
        return file == null ? "a variable" : file.toString();
    }
}
