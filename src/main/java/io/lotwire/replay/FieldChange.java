package io.lotwire.replay;

/**
 * A value of a lot event that would be another one.
 *
 * @param path where it stands in the event's JSON, such as {@code lot.code} or {@code references[1].value}
 * @param before what is stored, {@code ""} where there is none
 * @param now what would be stored, {@code ""} where there would be none
 */
public record FieldChange(String path, String before, String now) {}
