package io.lotwire.partner.read;

import io.lotwire.lot.Gln;
import io.lotwire.lot.rule.LotPattern;
import io.lotwire.lot.rule.LotRules;
import io.lotwire.lot.rule.RequiredFact;
import io.lotwire.partner.PartnerFault;
import io.lotwire.yaml.Choices;
import io.lotwire.yaml.YamlFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads {@code lots}: what the owner of the gateway asks of lots. */
final class LotRulesReader {
    private static final String SOURCE = "source";
    private static final String PATTERN = "pattern";
    private static final Choices<RequiredFact> FACTS = Choices.of(RequiredFact.values());

    private LotRulesReader() {}

    static LotRules read(YamlFields fields) {
        List<String> assignedBy = fields.texts("assignedBy");
        List<RequiredFact> required = fields.choices("required", FACTS);
        List<LotRules.OfSource> patterns = new ArrayList<>();
        for (YamlFields each : fields.maps("patterns")) {
            Optional<Gln> source = source(each);
            Optional<LotPattern> pattern = pattern(each);
            each.end();
            boolean isRepeated = source.isPresent()
                    && patterns.stream().anyMatch(before -> before.source().equals(source.get()));
            if (isRepeated) {
                each.report(
                        PartnerFault.KEY_OUT_OF_PLACE,
                        SOURCE,
                        "The lots of '" + source.get() + "' have two patterns: keep one of them.");
            } else if (source.isPresent() && pattern.isPresent()) {
                patterns.add(new LotRules.OfSource(source.get(), pattern.get()));
            }
        }
        fields.end();
        return new LotRules(new HashSet<>(assignedBy), new HashSet<>(required), patterns);
    }

    private static Optional<Gln> source(YamlFields fields) {
        String text = fields.text(SOURCE);
        Optional<Gln> gln = Gln.parse(text);
        if (gln.isEmpty() && !text.isEmpty()) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    SOURCE,
                    "'source' is '" + text + "', but must be the GLN, in quotes, of who assigns the lots.");
        }
        return gln;
    }

    private static Optional<LotPattern> pattern(YamlFields fields) {
        String text = fields.text(PATTERN);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        LotPattern.Parsed parsed = LotPattern.parse(text);
        if (parsed instanceof LotPattern.Parsed.Wrong wrong) {
            fields.report(PartnerFault.VALUE_MALFORMED, PATTERN, wrong.why());
            return Optional.empty();
        }
        return Optional.of(((LotPattern.Parsed.Good) parsed).pattern());
    }
}
