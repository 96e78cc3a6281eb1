package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares with files in {@code src/test/resources/journey}. Only what the clock says is put aside, by name; all else is
 * compared to the byte. Run with {@code -Dgolden.write=true} to write files that are missing, and read them before they
 * are committed.
 */
final class Golden {
    static final Path FOLDER = Path.of("src/test/resources/journey");

    private Golden() {}

    /** The text is that of the golden file. */
    static void assertSame(Path golden, String actual) throws IOException {
        if (Boolean.getBoolean("golden.write") && !Files.exists(golden)) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, actual);
        }
        assertThat(actual).as(golden.toString()).isEqualTo(Files.readString(golden));
    }

    /** The same, of a file directly in the folder. */
    static void assertSame(String golden, String actual) throws IOException {
        assertSame(FOLDER.resolve(golden), actual);
    }

    /** An interchange of ours without the moment of writing: ISA09, ISA10, GS04, GS05, BSN03, BSN04; UNB04; BGN02 to BGN04 of an 824. */
    static String withoutMoment(byte[] interchange) {
        return new String(interchange, StandardCharsets.UTF_8)
                .replaceAll("(ISA(?:\\*[^*~]*){8})\\*\\d{6}\\*\\d{4}\\*", "$1*YYMMDD*HHMM*")
                .replaceAll("(~\\s*GS(?:\\*[^*~]*){3})\\*\\d{8}\\*\\d{4,8}\\*", "$1*CCYYMMDD*HHMM*")
                .replaceAll("(UNB(?:\\+[^+']*){3})\\+\\d{6}:\\d{4}\\+", "$1+YYMMDD:HHMM+")
                .replaceAll("(~\\s*BSN(?:\\*[^*~]*){2})\\*\\d{8}\\*\\d{4,8}\\b", "$1*CCYYMMDD*HHMM")
                .replaceAll("(~\\s*BGN\\*11)\\*\\d+\\*\\d{8}\\*\\d{4}\\b", "$1*N*CCYYMMDD*HHMM");
    }

    /** The same without our control numbers, which depend on what went before: ISA13, IEA02, GS06, GE02; UNB05, UNZ02. */
    static String withoutOwnNumbers(String interchange) {
        return interchange
                .replaceAll("(ISA(?:\\*[^*~]*){12})\\*\\d{9}\\*", "$1*NNNNNNNNN*")
                .replaceAll("(~\\s*IEA\\*\\d+)\\*\\d{9}~", "$1*NNNNNNNNN~")
                .replaceAll("(~\\s*GS(?:\\*[^*~]*){5})\\*\\d+\\*", "$1*N*")
                .replaceAll("(~\\s*GE\\*\\d+)\\*\\d+~", "$1*N~")
                .replaceAll("(UNB(?:\\+[^+']*){4})\\+\\d+'", "$1+N'")
                .replaceAll("('\\s*UNZ\\+\\d+)\\+\\d+'", "$1+N'");
    }

    /** An EPCIS document without its creationDate. */
    static String withoutCreationDate(String epcis) {
        return epcis.replaceAll("(\"creationDate\"\\s*:\\s*)\"[^\"]*\"", "$1\"\"");
    }

    /** Lot events without the version of their mapping: a comment added to a mapping file changes it, but no event. */
    static String withoutMappingVersion(String events) {
        return events.replaceAll("(\"mapping\":\"[^\"@]*@)[^\"]*\"", "$1\"");
    }
}
