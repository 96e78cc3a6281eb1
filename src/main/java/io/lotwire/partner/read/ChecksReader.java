package io.lotwire.partner.read;

import io.lotwire.lot.IssueCode;
import io.lotwire.lot.rule.Checks;
import io.lotwire.lot.rule.Consequence;
import io.lotwire.lot.rule.ShelfLifeMinimum;
import io.lotwire.yaml.Choices;
import io.lotwire.yaml.YamlFields;
import java.util.EnumMap;
import java.util.Map;

/** Reads {@code checks}: what follows from doubts about lots, by the name of the issue. */
final class ChecksReader {
    private static final Choices<Consequence> CONSEQUENCES = Choices.of(Consequence.values());
    private static final int MOST_DAYS = 3650;
    private static final int WHOLE = 100;

    private ChecksReader() {}

    static Checks read(YamlFields fields) {
        Map<IssueCode, Consequence> chosen = new EnumMap<>(IssueCode.class);
        for (IssueCode code : Checks.known()) {
            fields.optionalChoice(code.name(), CONSEQUENCES).ifPresent(each -> chosen.put(code, each));
        }
        ShelfLifeMinimum minimum = fields.optionalMap("minimumShelfLife")
                .map(ChecksReader::minimum)
                .orElse(ShelfLifeMinimum.NONE);
        fields.end();
        return new Checks(chosen, minimum);
    }

    private static ShelfLifeMinimum minimum(YamlFields fields) {
        ShelfLifeMinimum minimum =
                new ShelfLifeMinimum(fields.number("days", 0, 0, MOST_DAYS), fields.number("percent", 0, 0, WHOLE));
        fields.end();
        return minimum;
    }
}
