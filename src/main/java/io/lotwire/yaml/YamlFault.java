package io.lotwire.yaml;

import io.lotwire.problem.ProblemCode;

/** What can be wrong with a YAML file, whatever it says. */
public enum YamlFault implements ProblemCode {
    /** The file cannot be read: absent, no permission, not UTF-8. */
    FILE_UNREADABLE,
    /** The file is larger or deeper than the limits of {@link YamlFile}. */
    FILE_TOO_LARGE,
    /** The text is not YAML. */
    YAML_SYNTAX,
    /** A tag, an anchor, an alias or a second document: YAML, but not read here. */
    YAML_NOT_ALLOWED,
    /** A key stands twice in one map. */
    KEY_REPEATED,
    /** A key that means nothing here. */
    KEY_UNKNOWN,
    /** A key that must be there is not. */
    KEY_MISSING,
    /** The value is of another kind than the key wants. */
    VALUE_KIND_WRONG,
    /** The value is of the right kind, and not one of those allowed. */
    VALUE_NOT_ALLOWED,
    /** A variable has neither a value nor a default. */
    VARIABLE_UNKNOWN
}
