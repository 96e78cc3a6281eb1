package io.lotwire.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinePageTest {
    @Test
    void allPagesTogetherAreTheDocumentThereAndBack() throws IOException {
        String text = IntStream.rangeClosed(1, 1003)
                .mapToObj(i -> "{\"lot\":\"L" + i + "\"}" + (i % 2 == 0 ? "\r\n" : "\n"))
                .collect(Collectors.joining());
        Content content = content(text);
        List<String> there = new ArrayList<>();
        List<Integer> back = new ArrayList<>();
        LinePage page = LinePage.of(content, 0, 200);
        while (true) {
            page.lines().forEach(line -> there.add(line.number() + " " + line.text()));
            assertThat(page.lines()).allSatisfy(line -> assertThat(text.substring((int) line.from(), (int) line.to()))
                    .isEqualTo(line.text()));
            if (page.next().isEmpty()) {
                break;
            }
            page = LinePage.of(content, page.next().getAsLong(), 200);
        }
        for (OptionalLong at = page.previous(); at.isPresent(); at = page.previous()) {
            page = LinePage.of(content, at.getAsLong(), 200);
            back.add(page.lines().get(0).number());
        }

        assertThat(there)
                .isEqualTo(IntStream.rangeClosed(1, 1003)
                        .mapToObj(i -> i + " {\"lot\":\"L" + i + "\"}")
                        .toList());
        assertThat(back).containsExactly(801, 601, 401, 201, 1);
    }

    @Test
    void aLongLineIsCutAndItsLengthIsKnown() throws IOException {
        LinePage page = LinePage.of(content("a\n" + "x".repeat(9000) + "\nb"), 5, 200);

        assertThat(page.lines()).extracting(TextLine::number).containsExactly(2, 3);
        assertThat(page.lines().get(0).isCut()).isTrue();
        assertThat(page.lines().get(0).length()).isEqualTo(9000);
        assertThat(page.lines().get(0).text()).hasSize(SegmentPage.MOST_OF_SEGMENT);
        assertThat(page.lines().get(1).isCut()).isFalse();
        assertThat(page.next()).isEmpty();
    }

    @Test
    void aDocumentWithoutLineEndsIsOneLineAndAnEmptyOneNone() throws IOException {
        assertThat(LinePage.of(content("<lots/>"), 0, 200).lines()).hasSize(1);
        assertThat(LinePage.of(content(""), 0, 200).lines()).isEmpty();
    }

    private static Content content(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Content.of(new ReadBytes(bytes)::open, bytes.length);
    }
}
