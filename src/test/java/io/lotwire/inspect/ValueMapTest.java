package io.lotwire.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.desk.FolderRulebook;
import io.lotwire.desk.ReceivedBytes;
import io.lotwire.digest.Sha256;
import io.lotwire.inspect.ValueMap.Link;
import io.lotwire.inspect.ValueMap.Made;
import io.lotwire.inspect.ValueMap.Unread;
import io.lotwire.mapping.Mappings;
import io.lotwire.mapping.Translator;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.read.ProfileFolder;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValueMapTest {
    private static final Path MAPPINGS = Path.of("mappings");
    private static final Path SAMPLES = MAPPINGS.resolve("samples");

    @TempDir
    private Path folder;

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> folders = Files.walk(SAMPLES)) {
            return folders
                    .filter(each -> Files.exists(each.resolve("events.ndjson"))
                            && Files.exists(each.resolve("in.edi"))
                            && !Files.exists(each.resolve("override.yaml")))
                    .map(each -> each.resolve("in.edi"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aLinkCoversTheBytesOfItsValueAndNoOthers(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ValueMap map = map(file, 200);

        assertThat(map.links()).isNotEmpty();
        for (Link link : map.links()) {
            assertThat(link.value()).as("%s", link).isIn(texts(bytes, link.from(), link.to()));
        }
        for (Unread unread : map.unread()) {
            assertThat(texts(bytes, unread.from(), unread.to()))
                    .noneMatch(String::isBlank)
                    .noneMatch(text -> text.endsWith(" ") && !text.endsWith("? "));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theMapsOfAllPagesTogetherAreThatOfTheDocument(Path file) throws IOException {
        ValueMap whole = map(file, 200);
        Content content = Content.of(file);
        List<Made> events = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        SegmentPage page = SegmentPage.of(content, 0, 7);
        while (true) {
            ValueMap map = map(file, content, page);
            events.addAll(map.events());
            links.addAll(map.links());
            unread.addAll(map.unread());
            if (page.next().isEmpty()) {
                break;
            }
            page = SegmentPage.of(content, page.next().getAsLong(), 7);
        }

        assertThat(events).containsExactlyInAnyOrderElementsOf(whole.events());
        assertThat(links).containsExactlyInAnyOrderElementsOf(whole.links());
        assertThat(unread).containsExactlyElementsOf(whole.unread());
    }

    @Test
    void aValueLeadsToItsBytesAndWhatNobodyReadsIsTold() throws IOException {
        Path file = SAMPLES.resolve("x12/945/lot-and-expiry-in-one-reference/in.edi");
        String text = Files.readString(file);

        ValueMap map = map(file, 200);

        Link lot = map.links().stream()
                .filter(link -> link.field().equals("lot.code"))
                .findFirst()
                .orElseThrow();
        assertThat(lot.place()).isEqualTo("N9[LT]-02");
        assertThat(lot.segment()).isEqualTo(9);
        assertThat(lot.element()).isEqualTo(2);
        assertThat(text.substring((int) lot.from(), (int) lot.to())).isEqualTo("N9-1");
        assertThat(map.unread().stream().map(each -> text.substring((int) each.from(), (int) each.to())))
                .contains("F", "LX*1", "CC");
        assertThat(map.events().get(0).event()).isEqualTo(1);
        assertThat(map.problems()).isEmpty();
    }

    @Test
    void theEditionThatRanIsTakenWhereItIsGiven() throws IOException {
        Path file = SAMPLES.resolve("x12/945/lot-and-expiry-in-one-reference/in.edi");
        String other = Files.readString(MAPPINGS.resolve("x12/945.yaml")) + "# another edition\n";
        Translator edition = Mappings.edition("x12/945", other, problem -> {}).orElseThrow();
        Content content = Content.of(file);

        ValueMap map = new ValueMaps(FolderRulebook.ofMappings(MAPPINGS))
                .of(
                        content,
                        received(file),
                        Optional.empty(),
                        set -> Optional.of(edition),
                        SegmentPage.of(content, 0, 200))
                .orElseThrow();

        assertThat(map.events()).isNotEmpty().allSatisfy(event -> assertThat(event.mapping())
                .isEqualTo(edition.mapping().stamp()));
        assertThat(map.events())
                .extracting(Made::mapping)
                .doesNotContainAnyElementsOf(
                        map(file, 200).events().stream().map(Made::mapping).toList());
    }

    @Test
    void ofADocumentThatIsAFileAsAWholeThereIsNone() throws IOException {
        Profiles profiles = ProfileFolder.load(Path.of("partners"), variable -> "");
        Path file = Files.writeString(folder.resolve("today.scans.ndjson"), "{}\n");
        Content content = Content.of(file);
        SegmentPage page = SegmentPage.of(content, 0, 200);

        assertThat(new ValueMaps(new FolderRulebook(MAPPINGS, () -> profiles))
                        .of(content, received(file), profiles.byName("harbor-3pl"), ValueMapTest::ofToday, page))
                .isEmpty();
    }

    private static Optional<Translator> ofToday(int set) {
        return Optional.empty();
    }

    private static ValueMap map(Path file, int most) throws IOException {
        Content content = Content.of(file);
        SegmentPage page = SegmentPage.of(content, 0, most);
        assertThat(page.next()).as("the sample is one page").isEmpty();
        return map(file, content, page);
    }

    private static ValueMap map(Path file, Content content, SegmentPage page) throws IOException {
        return new ValueMaps(FolderRulebook.ofMappings(MAPPINGS))
                .of(content, received(file), Optional.empty(), ValueMapTest::ofToday, page)
                .orElseThrow();
    }

    private static ReceivedBytes received(Path file) throws IOException {
        return new ReceivedBytes(file.toString(), Sha256.hex(Files.readAllBytes(file)));
    }

    /** Bytes in the characters that samples are written in, without release characters and the line ends that wrap lines. */
    private static List<String> texts(byte[] bytes, long from, long to) {
        List<String> texts = new ArrayList<>();
        for (Charset charset :
                List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.ISO_8859_1)) {
            String text = new String(bytes, (int) from, (int) (to - from), charset).replaceAll("[\r\n]", "");
            texts.add(text);
            texts.add(text.replaceAll("\\?(.)", "$1"));
        }
        return texts;
    }
}
