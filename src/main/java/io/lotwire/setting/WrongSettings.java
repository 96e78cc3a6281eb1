package io.lotwire.setting;

import java.util.List;

/** Settings have values that they may not have. */
public final class WrongSettings extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** @param sentences what is wrong with each; they are the lines of the message */
    WrongSettings(List<String> sentences) {
        super(String.join("\n", sentences));
    }
}
