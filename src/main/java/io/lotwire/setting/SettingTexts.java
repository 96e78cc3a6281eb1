package io.lotwire.setting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where the values of settings are written: system properties, and the environment behind them. A blank value is none.
 *
 * @param properties gives a system property, null when it is not set
 * @param environment gives an environment variable, null when it is not set
 * @param home the folder in which the usual folders are
 */
public record SettingTexts(UnaryOperator<String> properties, UnaryOperator<String> environment, Path home) {
    public SettingTexts {
        home = home.toAbsolutePath();
    }

    /** Those of this process; its home is the folder of the launcher, else the working directory. */
    public static SettingTexts ofProcess() {
        return new SettingTexts(System::getProperty, System::getenv, Path.of(System.getProperty("lotwire.home", "")));
    }

    /** The value of a variable of any name: the property, else the environment's; null when neither is set. */
    public String variable(String name) {
        String property = properties.apply(name);
        return isSet(property) ? property : environment.apply(name);
    }

    /** The settings as they are now. */
    public List<SettingInForce> inForce(List<SettingGroup> groups) {
        List<SettingInForce> all = new ArrayList<>();
        for (SettingGroup group : groups) {
            for (Setting<?> setting : group.settings()) {
                SettingSource source = source(setting);
                String value = text(setting).orElse(setting.usual());
                all.add(new SettingInForce(
                        setting,
                        setting.secret() && source != SettingSource.DEFAULT ? SettingInForce.MASK : value,
                        source));
            }
        }
        return all;
    }

    /** What is written for a setting; empty when nothing is. */
    Optional<String> text(Setting<?> setting) {
        return switch (source(setting)) {
            case PROPERTY -> Optional.of(properties.apply(setting.property()));
            case ENVIRONMENT -> Optional.of(environment.apply(setting.name()));
            case DEFAULT -> Optional.empty();
        };
    }

    private SettingSource source(Setting<?> setting) {
        if (isSet(properties.apply(setting.property()))) {
            return SettingSource.PROPERTY;
        }
        return isSet(environment.apply(setting.name())) ? SettingSource.ENVIRONMENT : SettingSource.DEFAULT;
    }

    private static boolean isSet(String value) {
        return value != null && !value.isBlank();
    }
}
