package io.lotwire.smooks;

import java.util.regex.Pattern;

/** What an exception of Smooks or Daffodil says, in one line. */
final class Sentence {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern DETAIL =
            Pattern.compile("\\s*(Schema context: .*|Data location was .*)", Pattern.DOTALL);
    private static final Pattern PREFIX = Pattern.compile("^(Parse Error|Schema Definition Error): ");
    private static final int LONGEST = 300;

    private Sentence() {}

    /** The message of the innermost cause that has one, with the line of the schema that it speaks of. */
    static String of(Throwable thrown) {
        String message = "";
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at.getMessage() != null && !at.getMessage().isBlank()) {
                message = at.getMessage();
            }
        }
        return message.isEmpty() ? thrown.getClass().getSimpleName() : line(message);
    }

    private static String line(String message) {
        String first = PREFIX.matcher(DETAIL.matcher(message).replaceFirst("")).replaceFirst("");
        String context = message.contains("Location line ")
                ? message.substring(message.indexOf("Location line ") + "Location ".length())
                        .lines()
                        .findFirst()
                        .orElse("")
                : "";
        String where = context.replaceFirst(" column \\d+ in .*[/\\\\]", " of ");
        String line = BLANKS.matcher(first + (where.isEmpty() ? "" : " (" + where + ")"))
                .replaceAll(" ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
