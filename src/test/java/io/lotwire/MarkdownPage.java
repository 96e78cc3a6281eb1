package io.lotwire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page in Markdown.
 *
 * @param file where it is
 * @param lines its lines, without those of blocks of code
 */
record MarkdownPage(Path file, List<String> lines) {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    static MarkdownPage read(Path file) {
        try {
            List<String> lines = new ArrayList<>();
            boolean block = false;
            for (String line : Files.readAllLines(file)) {
                boolean fence = line.stripLeading().startsWith("```");
                if (!fence && !block) {
                    lines.add(line);
                }
                block ^= fence;
            }
            return new MarkdownPage(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it links to in the repository. */
    List<String> links() {
        return lines.stream()
                .flatMap(line -> LINK.matcher(line).results())
                .map(link -> link.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .toList();
    }

    /** The file that a link of this page leads to. */
    Path besides(String link) {
        Path folder = file.getParent() == null ? Path.of("") : file.getParent();
        return folder.resolve(link).normalize();
    }

    /** What it sets as code within its sentences. */
    List<String> code() {
        return lines.stream().flatMap(line -> code(line).stream()).toList();
    }

    /** What its headings can be linked by, as GitHub makes it of them. */
    Set<String> anchors() {
        return lines.stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ +", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** What is set as code in the columns of tables that have one of these titles. */
    List<String> codeInColumns(String... titles) {
        List<String> code = new ArrayList<>();
        int column = -1;
        for (String line : lines) {
            List<String> cells = List.of(line.split("(?<!\\\\)\\|"));
            if (!line.startsWith("|")) {
                column = -1;
            } else if (column < 0) {
                column = column(cells, Set.of(titles));
            } else if (column < cells.size()) {
                code.addAll(code(cells.get(column)));
            }
        }
        return code;
    }

    /** The place of the first cell that is one of these; past all cells where none is. */
    private static int column(List<String> cells, Set<String> titles) {
        int place = 0;
        while (place < cells.size() && !titles.contains(cells.get(place).strip())) {
            place++;
        }
        return place < cells.size() ? place : Integer.MAX_VALUE;
    }

    private static List<String> code(String text) {
        return CODE.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
