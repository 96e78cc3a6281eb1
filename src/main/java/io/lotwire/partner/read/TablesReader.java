package io.lotwire.partner.read;

import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.ProfileVersion;
import io.lotwire.partner.table.CodeTable;
import io.lotwire.partner.table.CodeTable.OnMiss;
import io.lotwire.partner.table.Tables;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.Choices;
import io.lotwire.yaml.YamlFields;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads {@code tables}: code lists and cross-references in CSV files beside the profile. */
final class TablesReader {
    /** 64 MB: more than any table, and less than would hurt. */
    private static final long MOST_BYTES = 64L << 20;

    private static final Choices<OnMiss> ON_MISS = Choices.of(OnMiss.values());

    private final ProfileFiles folder;
    private final String partner;
    private final List<ProfileVersion.Part> parts;
    private final Consumer<Problem> problems;

    /**
     * @param folder where the profile is
     * @param partner the profile's name: without {@code file} a table is in the folder of this name
     * @param parts gets the texts of the tables
     */
    TablesReader(ProfileFiles folder, String partner, List<ProfileVersion.Part> parts, Consumer<Problem> problems) {
        this.folder = folder;
        this.partner = partner;
        this.parts = parts;
        this.problems = problems;
    }

    Tables read(YamlFields fields) {
        CodeTable items = table(fields, "items", "vendor", "gtin");
        CodeTable units = table(fields, "units", "theirs", "unit");
        CodeTable parties = table(fields, "parties", "code", "gln");
        fields.end();
        return new Tables(items, units, parties);
    }

    private CodeTable table(YamlFields tables, String name, String usualFrom, String usualTo) {
        Optional<YamlFields> described = tables.optionalMap(name);
        if (described.isEmpty()) {
            return null;
        }
        YamlFields fields = described.get();
        String from = fields.text("from", usualFrom);
        String to = fields.text("to", usualTo);
        OnMiss onMiss = fields.optionalChoice("onMiss", ON_MISS).orElse(OnMiss.WARN);
        Path file = fields.optionalText("file")
                .map(text -> folder.beside(fields.at("file"), text))
                .orElse(folder.ofPartner(partner, name + ".csv"));
        fields.end();
        if (from.equals(to)) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "to",
                    "'from' and 'to' are both '" + to + "': name two columns of the table.");
            return null;
        }
        return CodeTable.of(name, from, to, onMiss, rows(fields, file, from, to));
    }

    private List<Map<String, String>> rows(YamlFields fields, Path file, String from, String to) {
        String name = folder.displayName(file);
        String text;
        try {
            if (!folder.holds(file) || Files.size(file) > MOST_BYTES) {
                throw new IOException("not beside the profile, or too large");
            }
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (IOException unreadable) {
            fields.report(
                    PartnerFault.REFERENCE_DANGLING,
                    "file",
                    "The table " + name + " cannot be read: put a CSV file there, in UTF-8 and below the folder of"
                            + " profiles, or name another with 'file'.");
            return List.of();
        }
        parts.add(new ProfileVersion.Part(name, text));
        return new CodeTableFile(name, problems).rows(text, from, to);
    }
}
