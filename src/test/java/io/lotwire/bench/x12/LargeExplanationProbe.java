package io.lotwire.bench.x12;

import io.lotwire.desk.FolderRulebook;
import io.lotwire.desk.ReceivedBytes;
import io.lotwire.inspect.Content;
import io.lotwire.inspect.SegmentPage;
import io.lotwire.inspect.ValueMap;
import io.lotwire.inspect.ValueMaps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Explains a page in the middle of one file and prints what it found: run in a process of its own with a small heap. */
final class LargeExplanationProbe {
    private LargeExplanationProbe() {}

    /** Explains the file that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Content content = Content.of(file);
        SegmentPage page = SegmentPage.of(content, content.size() / 2, SegmentPage.MOST_SEGMENTS);
        ValueMap map = new ValueMaps(FolderRulebook.ofMappings(Path.of("mappings")))
                .of(content, new ReceivedBytes("large.edi", ""), Optional.empty(), set -> Optional.empty(), page)
                .orElseThrow();
        boolean linked = map.events().stream().allMatch(event -> map.links().stream()
                .anyMatch(link -> link.eventId().equals(event.eventId())
                        && link.field().equals("lot.code")
                        && link.segment() == event.segment()));
        System.out.println(page.lines().size() + " segments, "
                + (map.events().isEmpty() ? "no" : "with") + " events, "
                + (linked ? "each with the bytes of its lot" : "some without the bytes of their lot"));
    }
}
