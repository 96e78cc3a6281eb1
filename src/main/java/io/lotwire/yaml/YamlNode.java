package io.lotwire.yaml;

/** A value of a YAML file. */
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar {

    /** The line where the value starts. */
    FileLine at();

    /** What the value is, in words for a message: {@code a map}, {@code a list}, {@code a number}, ... */
    String kind();
}
