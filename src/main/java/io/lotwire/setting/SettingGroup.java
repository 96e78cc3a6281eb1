package io.lotwire.setting;

import java.util.List;

/**
 * Settings of one part, in the order in which people read them.
 *
 * @param title what they are about, as a heading
 * @param settings the settings
 */
public record SettingGroup(String title, List<Setting<?>> settings) {
    public SettingGroup {
        settings = List.copyOf(settings);
    }

    /** A group. */
    public static SettingGroup of(String title, Setting<?>... settings) {
        return new SettingGroup(title, List.of(settings));
    }
}
