package io.lotwire.setting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads settings. A wrong value is noted and answered with the usual one, so that {@link #end} tells of all at once;
 * until then nothing may be done with what was read.
 */
public final class SettingReader {
    private final SettingTexts texts;
    private final List<String> wrong = new ArrayList<>();

    /** @param texts where the values are written */
    public SettingReader(SettingTexts texts) {
        this.texts = texts;
    }

    /** The value of a setting that always has one. */
    public <T> T value(Setting<T> setting) {
        return optional(setting)
                .or(() -> setting.allowed().reading().apply(setting.usual()))
                .orElseThrow(() -> new IllegalStateException(setting.name() + " has no usual value"));
    }

    /** The value that is written for a setting; empty when none is. */
    public <T> Optional<T> optional(Setting<T> setting) {
        Optional<String> text = texts.text(setting);
        Optional<T> value = text.flatMap(setting.allowed().reading());
        if (text.isPresent() && value.isEmpty()) {
            String shown = setting.secret() ? SettingInForce.MASK : text.get();
            wrong(setting.name() + " is '" + shown + "', but must be "
                    + setting.allowed().words() + ".");
        }
        return value;
    }

    /** The folder of a setting; the usual one is in the home of the installation. */
    public Path folder(Setting<Path> setting) {
        return optional(setting)
                .orElseGet(() -> texts.home().resolve(setting.usual()))
                .toAbsolutePath();
    }

    /** Notes what is wrong with several settings together. */
    public void wrong(String sentence) {
        wrong.add(sentence);
    }

    /**
     * Ends the reading.
     *
     * @throws WrongSettings when a value was wrong
     */
    public void end() {
        if (!wrong.isEmpty()) {
            throw new WrongSettings(wrong);
        }
    }
}
