package io.lotwire.registry.reading;

import java.math.BigDecimal;
import java.util.Locale;

/** What a logger measures. */
public enum Measure {
    /** In degrees Celsius. */
    TEMPERATURE("°C", new BigDecimal("-273.15"), new BigDecimal("1000")),
    /** Of the air, relative, in percent. */
    HUMIDITY("%", BigDecimal.ZERO, new BigDecimal("100"));

    private final String unit;
    private final BigDecimal least;
    private final BigDecimal most;

    Measure(String unit, BigDecimal least, BigDecimal most) {
        this.unit = unit;
        this.least = least;
        this.most = most;
    }

    /** Its word, in files, in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In what its values are, as it is written for people. */
    public String unit() {
        return unit;
    }

    /** Whether a value can be: none is colder than absolute zero, no air is wetter than wet. */
    boolean canBe(BigDecimal value) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    static Measure of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
