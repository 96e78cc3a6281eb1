package io.lotwire;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.ledger.CauseCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What README.md, CONTRIBUTING.md and the guides in {@code src/docs} promise about themselves and the repository. */
class GuidesTest {
    private static final Path GUIDES = Path.of("src/docs");
    private static final Path INDEX = GUIDES.resolve("README.md");
    private static final int LINES_OF_THE_FRONT_PAGE = 250;

    private static final Path SOURCES = Path.of("src/main/java/io/lotwire");
    private static final Pattern FILE_OF_THE_REPOSITORY =
            Pattern.compile("(partners|mappings|routes|docker|src|\\.ci)/[\\w./-]+|lotwire|pom\\.xml");
    /** Names that stand for what a reader will write there. */
    private static final Pattern EXAMPLE = Pattern.compile("(^|[/.])([A-Z]{3,}|acme)([/.]|$)|/base/");

    private static final Pattern CLASS = Pattern.compile("@?([A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*)(\\.\\w+)?");
    private static final Set<String> CLASSES_OF_OTHERS = Set.of("ConfigMapping", "SmooksFactory");

    @Test
    void theFrontPageIsReadInOneSitting() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md")).size()).isLessThan(LINES_OF_THE_FRONT_PAGE);
    }

    @Test
    void everyLinkLeadsToItsFileAndHeading() throws IOException {
        assertThat(wrong((page, wrong) -> page.links().forEach(link -> {
                    Path file = link.startsWith("#") ? page.file() : page.besides(link.replaceFirst("#.*", ""));
                    if (!Files.exists(file)) {
                        wrong.add(link);
                    } else if (link.contains("#")
                            && !MarkdownPage.read(file).anchors().contains(link.replaceFirst(".*#", ""))) {
                        wrong.add(link + " (no such heading)");
                    }
                })))
                .isEmpty();
    }

    @Test
    void everyFileThatIsNamedIsThere() throws IOException {
        assertThat(wrong((page, wrong) -> page.code().stream()
                        .filter(FILE_OF_THE_REPOSITORY.asMatchPredicate())
                        .filter(EXAMPLE.asPredicate().negate())
                        .filter(name -> !Files.exists(Path.of(name)))
                        .forEach(wrong::add)))
                .isEmpty();
    }

    @Test
    void everyClassThatDevelopersAreToldOfIsThere() throws IOException {
        Set<String> classes;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            classes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        classes.addAll(CLASSES_OF_OTHERS);
        Predicate<Path> forDevelopers =
                file -> file.endsWith("CONTRIBUTING.md") || file.startsWith(GUIDES.resolve("development"));
        assertThat(wrong((page, wrong) -> page.code().stream()
                        .filter(word -> forDevelopers.test(page.file()))
                        .map(CLASS::matcher)
                        .filter(word -> word.matches() && !classes.contains(word.group(1)))
                        .forEach(word -> wrong.add(word.group()))))
                .isEmpty();
    }

    @Test
    void everyPackageInATableOfPackagesIsThere() throws IOException {
        assertThat(wrong((page, wrong) -> page.codeInColumns("Package", "Packages").stream()
                        .filter(name -> !Files.isDirectory(SOURCES.resolve(name.replace('.', '/'))))
                        .forEach(wrong::add)))
                .isEmpty();
    }

    @Test
    void everyCauseOfWhatWaitsIsToldToOperators() {
        MarkdownPage guide = MarkdownPage.read(GUIDES.resolve("operation/parked.md"));
        assertThat(guide.code())
                .containsAll(Stream.of(CauseCode.values()).map(Enum::name).toList());
    }

    @Test
    void theIndexNamesEveryGuideAndTable() throws IOException {
        MarkdownPage index = MarkdownPage.read(INDEX);
        Set<Path> named = index.links().stream().map(index::besides).collect(Collectors.toSet());
        assertThat(pages().map(MarkdownPage::file).filter(file -> !file.equals(INDEX)))
                .allMatch(named::contains);
    }

    /** What a check finds, a line each, with the page that it stands in. */
    private static Set<String> wrong(BiConsumer<MarkdownPage, List<String>> check) throws IOException {
        Set<String> all = new TreeSet<>();
        pages().forEach(page -> {
            List<String> wrong = new ArrayList<>();
            check.accept(page, wrong);
            wrong.forEach(what -> all.add(page.file() + ": " + what));
        });
        return all;
    }

    private static Stream<MarkdownPage> pages() throws IOException {
        try (Stream<Path> guides = Files.walk(GUIDES)) {
            List<Path> files =
                    guides.filter(file -> file.toString().endsWith(".md")).toList();
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")), files.stream())
                    .map(MarkdownPage::read);
        }
    }
}
