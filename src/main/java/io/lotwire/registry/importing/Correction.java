package io.lotwire.registry.importing;

/**
 * By whose word facts are filled and corrected.
 *
 * @param by who says it
 * @param why why, {@code ""} when nothing is said
 * @param reassigns whether a lot may get another source of its code
 */
public record Correction(String by, String why, boolean reassigns) {}
