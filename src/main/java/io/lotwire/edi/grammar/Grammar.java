package io.lotwire.edi.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sets, segments and elements that are known, as the resource files beside this class say, perhaps narrowed by the
 * guides of partners. All rules are for one version, and immutable.
 *
 * <p>A version is what GS08 or ST03 says, such as {@code 005010X230} or {@code 004010VICS}. The rules of the nearest
 * earlier version that is known hold; for versions before {@link #EARLIEST_VERSION} those of that one.
 */
public final class Grammar {
    /** The segment that opens a level in X12, and the loop it opens. */
    public static final String LEVEL = "HL";

    /** The segment that opens a level in EDIFACT, and the group it opens. */
    public static final String PACKING_LEVEL = "CPS";

    /** The earliest version that the elements are known for. */
    public static final String EARLIEST_VERSION = "004010";

    private static final class Standard {
        private static final Grammar GRAMMAR = new Grammar(List.of());
        private static final Map<String, Map<String, KeyKind>> KEYS = KeyKind.read();
        private static final Map<String, Map<String, SegmentRule>> SEGMENTS = new ConcurrentHashMap<>();
    }

    private static final class Envelopes {
        private static final Map<String, SegmentRule> SEGMENTS = EnvelopeFile.read();
    }

    private static final class Directory {
        private static final Map<String, Map<String, Map<String, KeyKind>>> KEYS = KeyKind.readQualified();
    }

    private final List<Guide> guides;
    private final Map<String, Optional<SetRule>> sets = new ConcurrentHashMap<>();
    private final Map<String, List<Integer>> pairs = new ConcurrentHashMap<>();

    private Grammar(List<Guide> guides) {
        this.guides = guides;
    }

    /** The X12 standard, as far as the gateway uses it. */
    public static Grammar standard() {
        return Standard.GRAMMAR;
    }

    /** This grammar with sets narrowed by a guide, after the guides that it has. */
    public Grammar with(Guide guide) {
        List<Guide> all = new ArrayList<>(guides);
        all.add(guide);
        return new Grammar(List.copyOf(all));
    }

    /**
     * The set in a version, narrowed by the guides for it.
     *
     * @return empty when it is not known, or came with a later version
     */
    public Optional<SetRule> set(String id, String version) {
        String holding = Versions.holding(version);
        if (!SetFile.mayBeThere(id)) {
            return Optional.empty();
        }
        return sets.computeIfAbsent(id + " " + holding, key -> readSet(id, holding));
    }

    private Optional<SetRule> readSet(String id, String holding) {
        Optional<SetRule> set = SetFile.read(id, holding, segments(holding));
        for (Guide guide : guides) {
            set = set.map(rule -> guide.appliesTo(id, holding) ? guide.narrow(rule) : rule);
        }
        return set;
    }

    /**
     * The segment in a version, as the standard has it in any set: what a guide says of it is in {@link Part#rule}.
     *
     * @return empty when it is not known, or came with a later version
     */
    public Optional<SegmentRule> segment(String id, String version) {
        return Optional.ofNullable(segments(Versions.holding(version)).get(id));
    }

    /**
     * The segment as a set may hold it in a version, somewhere: as the standard has it, and with the codes that guides allow
     * in the set.
     *
     * @return empty when it is not known, or came with a later version
     */
    public Optional<SegmentRule> segment(String id, String set, String version) {
        Optional<SegmentRule> segment = segment(id, version);
        for (Guide guide : guides) {
            segment = segment.map(rule -> guide.appliesTo(set, Versions.holding(version)) ? guide.widen(rule) : rule);
        }
        return segment;
    }

    /**
     * The names and types of the elements of a segment that envelops groups and sets, such as {@code ISA} or {@code UNB}; what must
     * be there it does not say. Empty for all other segments.
     */
    public static Optional<SegmentRule> envelope(String segmentId) {
        return Optional.ofNullable(Envelopes.SEGMENTS.get(segmentId));
    }

    /** The version whose rules hold in another one, such as {@code 005010} in {@code 005010X230}. */
    public static String holding(String version) {
        return Versions.holding(version);
    }

    /**
     * The UN/EDIFACT directory whose rules hold for messages of a version, such as {@code D96A} for {@code D97A}; the
     * latest for what is no directory, such as the versions of CONTRL.
     */
    public static String directory(String version) {
        return Versions.directory(version);
    }

    /** Whether there is a version of X12 of this name (GS08), such as {@code 004010} or {@code 005010X230}. */
    public static boolean isRelease(String version) {
        return Versions.isRelease(version);
    }

    /** Whether the rules of a version of X12 are known; where not, sets are checked by those of {@link #holding}. */
    public static boolean isKnownRelease(String version) {
        return Versions.isKnownRelease(version);
    }

    /** Whether the rules of a UN/EDIFACT directory are known; where not, messages are checked by those of {@link #directory}. */
    public static boolean isKnownDirectory(String version) {
        return Versions.isKnownDirectory(version);
    }

    /** Whether there is a segment with this identifier in some version of the same syntax. */
    public boolean knows(String segmentId, String version) {
        return segments(
                        Versions.isDirectory(version)
                                ? Versions.directory("")
                                : Versions.all().last())
                .containsKey(segmentId);
    }

    /**
     * Whether a segment may stand in a set, in any version.
     *
     * @param setId such as {@code 856} or {@code DESADV}
     * @return true also when the set is not known
     */
    public boolean mayStandIn(String setId, String segmentId) {
        List<SetRule> known = new ArrayList<>();
        for (String version : Versions.ofSyntax(setId)) {
            Optional<SetRule> set = set(setId, version);
            if (set.filter(rule -> rule.root().knows(segmentId)).isPresent()) {
                return true;
            }
            set.ifPresent(known::add);
        }
        return known.isEmpty();
    }

    /**
     * Places, from 1, of the qualifiers in a segment's qualifier and value pairs, in the latest version: they are the same
     * in all, or more. None when it is not known.
     */
    public List<Integer> pairs(String segmentId) {
        SegmentRule rule = segments(Versions.all().last()).get(segmentId);
        return rule == null ? List.of() : pairs.computeIfAbsent(segmentId, id -> rule.pairs());
    }

    /**
     * Places, from 1, of a segment's composites in EDIFACT that hold a value and then its qualifier, such as PIA02 to PIA06.
     * None when it is not known.
     */
    public List<Integer> qualifiedComposites(String segmentId) {
        SegmentRule rule = segments(Versions.directory("")).get(segmentId);
        return rule == null ? List.of() : rule.qualifiedComposites();
    }

    /**
     * The kinds of keys that the element after a qualifying element holds, by that one's codes.
     *
     * @param qualifier number of the qualifying element, such as {@code 235}
     * @return such as {@code UP} and what it says of a key; empty when the element says of none
     */
    public static Map<String, KeyKind> keyKinds(String qualifier) {
        return Standard.KEYS.getOrDefault(qualifier, Map.of());
    }

    /**
     * The elements of EDIFACT that say which kind of key an element holds, by their numbers, and the kinds by their codes.
     *
     * @param value number of the element that may hold a key, such as {@code 7140}
     * @return such as {@code 7143}, {@code EN} and what it says of a key; empty when the element never holds one
     */
    public static Map<String, Map<String, KeyKind>> keyQualifiers(String value) {
        return Directory.KEYS.getOrDefault(value, Map.of());
    }

    private static Map<String, SegmentRule> segments(String holding) {
        return Standard.SEGMENTS.computeIfAbsent(holding, SegmentFile::read);
    }
}
