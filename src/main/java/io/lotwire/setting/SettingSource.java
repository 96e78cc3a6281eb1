package io.lotwire.setting;

/** Where the value of a setting comes from. */
public enum SettingSource {
    /** A system property of the Java machine. */
    PROPERTY,
    /** The environment of the process. */
    ENVIRONMENT,
    /** Nothing sets it: its usual value, or none. */
    DEFAULT
}
