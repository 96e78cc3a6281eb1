package io.lotwire.writing;

import io.lotwire.edi.segment.Syntax;
import io.lotwire.lot.PartyId;
import io.lotwire.writing.Style.LotTooLong;
import io.lotwire.writing.Style.SsccForm;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is chosen in a document: by the profile where it says something, else by the out-mapping. */
final class Chosen {
    private final WritingMapping mapping;
    private final Style style;
    private final String version;
    private final List<String> lots;
    private final List<String> levels;
    private final SsccForm sscc;
    private final PlaceLengths lengths;
    private final Set<Fact> leftOut = EnumSet.noneOf(Fact.class);
    private final Map<String, String> dates;
    private final Map<String, String> references;

    Chosen(WritingMapping mapping, Style style) {
        this.mapping = mapping;
        this.style = style;
        this.version = version(mapping, style.version());
        this.lots = style.lots().isEmpty() ? mapping.usual().lots() : style.lots();
        String shape = style.levels().isEmpty() && !mapping.shapes().isEmpty()
                ? mapping.shapes().get(0)
                : style.levels();
        this.levels = shape.isEmpty() ? List.of() : List.of(shape.split("-"));
        this.sscc = style.sscc() == null ? mapping.usual().sscc() : style.sscc();
        this.lengths = new PlaceLengths(version);
        for (Fact fact : Fact.values()) {
            boolean ofUnits = fact == Fact.UNIT || fact == Fact.PALLET;
            if (style.leaveOut().contains(fact.word()) || (ofUnits && sscc == SsccForm.NONE)) {
                leftOut.add(fact);
            }
        }
        this.dates = new HashMap<>(mapping.usual().dates());
        dates.putAll(style.dates());
        this.references = new LinkedHashMap<>(mapping.usual().references());
        references.putAll(style.references());
    }

    /** The version of the mapping that a profile's version is one of, such as {@code 004010} of {@code 004010VICS}. */
    static String version(WritingMapping mapping, String wanted) {
        return mapping.versions().keySet().stream()
                .filter(wanted::startsWith)
                .findFirst()
                .orElse(mapping.usualVersion());
    }

    String version() {
        return version;
    }

    List<String> levels() {
        return levels;
    }

    Syntax syntax() {
        return mapping.syntax();
    }

    Map<String, String> items() {
        return style.items().isEmpty() ? mapping.usual().items(version) : style.items();
    }

    /** The qualifiers of dates. A profile replaces those that it names. */
    Map<String, String> dates() {
        return dates;
    }

    /** The qualifiers of references by their types, in the order in which they are written. A profile replaces and adds. */
    Map<String, String> references() {
        return references;
    }

    boolean merged() {
        return style.merged();
    }

    boolean splitText() {
        return style.splitText();
    }

    /** True when the partner does not want to know: the fact is not told. */
    boolean leavesOut(Fact fact) {
        return leftOut.contains(fact);
    }

    /** True when the partner wants to know none of these. */
    boolean leavesOutAll(Set<Fact> facts) {
        return !leftOut.isEmpty() && leftOut.containsAll(facts);
    }

    /** True when of several references of a type the partner wants those alone that have a place. */
    boolean leavesOutReferences() {
        return style.leaveOut().contains(Style.REFERENCES);
    }

    /** True when the partner does not want the zone of a time. */
    boolean leavesOutZone() {
        return style.leaveOut().contains(Style.ZONE);
    }

    String sscc(String digits) {
        return switch (sscc) {
            case WITH_00 -> "00" + digits;
            case WITHOUT_00 -> digits;
            case NONE -> "";
        };
    }

    /** Where the lot of these events is written. */
    List<String> lotPlaces(EventsAtHand atHand) {
        if (style.lotTooLong() == LotTooLong.REFUSE || mapping.lotReference().isEmpty()) {
            return lots;
        }
        boolean fits =
                lots.stream().allMatch(place -> atHand.all(event -> lengths.hold(place, event, this::leavesOut)));
        return fits ? lots : List.of(mapping.lotReference());
    }

    int length(String segment, int element, int component) {
        return lengths.of(segment, element, component);
    }

    String partyQualifier(WrittenParty party) {
        PartyId id = party == null ? null : party.id(mapping.partyIds());
        return id == null ? "" : mapping.partyIds().get(id.scheme());
    }

    String partyId(WrittenParty party) {
        PartyId id = party == null ? null : party.id(mapping.partyIds());
        return id == null ? "" : id.value();
    }
}
