package io.lotwire.infer;

import java.util.List;

/** Lines of YAML with comments behind them, all of the comments in one column where there is room. */
final class DraftText {
    private static final int COMMENT_COLUMN = 44;
    private static final int WIDTH = 120;

    private final StringBuilder text = new StringBuilder();

    /** A line as it is. */
    DraftText line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** A line of YAML and what it stands on. */
    DraftText line(String yaml, String why) {
        text.append(yaml)
                .append(" ".repeat(Math.max(1, COMMENT_COLUMN - yaml.length())))
                .append("# ")
                .append(Words.line(why))
                .append('\n');
        return this;
    }

    /** A comment, broken into lines between its words. */
    DraftText comment(String indent, String comment) {
        String first = indent + "# ";
        StringBuilder line = new StringBuilder(first);
        for (String word : Words.line(comment).split(" ", -1)) {
            if (line.length() > first.length() && line.length() + word.length() > WIDTH) {
                line(line.toString().stripTrailing());
                line = new StringBuilder(indent + "#   ");
            }
            line.append(word).append(' ');
        }
        return line(line.toString().stripTrailing());
    }

    DraftText comments(String indent, List<String> comments) {
        comments.forEach(each -> comment(indent, each));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
