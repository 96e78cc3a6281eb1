package io.lotwire.spec;

import io.lotwire.partner.Inbound;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Repeats;
import io.lotwire.yaml.YamlJson;
import java.util.ArrayList;
import java.util.List;

/** A profile in words, for those who run the gateway. */
public final class ProfileWords {
    private ProfileWords() {}

    /** Its lines; no password and no key is among them. */
    public static List<String> of(Profile profile) {
        List<String> lines = new ArrayList<>();
        lines.add(profile.name() + ": " + profile.title() + (profile.self() ? ", the owner of the gateway" : ""));
        section("Identity", InWords.of(profile.identity()), lines);
        section(
                "Wires",
                profile.wires().stream()
                        .flatMap(wire -> wire.inWords().stream())
                        .toList(),
                lines);
        section(
                "They send us",
                profile.receives().stream()
                        .flatMap(inbound -> received(inbound).stream())
                        .toList(),
                lines);
        section(
                "They get",
                profile.subscriptions().stream()
                        .map(each -> each.name() + ": " + InWords.of(each))
                        .toList(),
                lines);
        if (!profile.self()) {
            List<String> agreements = new ArrayList<>(List.of(
                    "TA1 " + InWords.word(profile.ta1()),
                    "a control number that comes again: "
                            + (profile.repeats().same() == Repeats.Same.ANSWER
                                    ? "the same content gets the same answer"
                                    : "rejected")
                            + (profile.repeats().lookBack().equals(Repeats.USUAL.lookBack())
                                    ? ""
                                    : ", for " + profile.repeats().lookBack().toDays() + " days"),
                    profile.tables().isEmpty()
                            ? "no tables: their numbers are taken as they are"
                            : "tables translate their numbers, units or codes"));
            if (profile.conventions().home() != null) {
                agreements.add("times without a zone are meant in "
                        + profile.conventions().home());
            }
            agreements.addAll(InWords.of(profile.checks()));
            agreements.add(
                    profile.recall() == null
                            ? "recalls: nothing is agreed, a person tells them"
                            : "recalls: " + InWords.of(profile.recall()));
            section("Agreements", agreements, lines);
        }
        section("Asked of lots", InWords.of(profile.lots()), lines);
        section("Alerts", profile.alerts().stream().map(InWords::of).toList(), lines);
        if (profile.retention() != null) {
            String whose = profile.self() ? "what partners send and get" : "what they send and get";
            section(
                    "Kept",
                    List.of("the bytes of " + whose + ", " + profile.retention().words()),
                    lines);
        }
        return lines;
    }

    private static List<String> received(Inbound inbound) {
        List<String> words = new ArrayList<>();
        words.add(inbound.document()
                + readBy(inbound)
                + (inbound.files().isEmpty() ? "" : ", in files " + String.join(", ", inbound.files())));
        words.add("  acknowledged with: "
                + (inbound.acknowledgement() == null ? "nothing" : InWords.of(inbound.acknowledgement())));
        if (!inbound.isOnlyAcknowledged()) {
            words.add("  an item without a lot is " + (inbound.lotRequired() ? "refused" : "noted, not refused"));
        }
        if (inbound.advice() != null) {
            words.add("  an 824 tells why it is refused"
                    + (inbound.advice().doubts() ? ", and of doubts" : "") + ", over "
                    + inbound.advice().over().word());
        }
        if (inbound.guide() != null) {
            words.add("  narrowed by a guide with " + inbound.guide().rules().size() + " lines");
        }
        if (inbound.override() != null) {
            words.add("  instead of what the mapping says: " + YamlJson.write(inbound.override()));
        }
        return words;
    }

    private static String readBy(Inbound inbound) {
        if (inbound.isOnlyAcknowledged()) {
            return ", only acknowledged";
        }
        return inbound.captured().isPresent() ? ", read without a mapping" : ", by mapping " + inbound.mapping();
    }

    private static void section(String title, List<String> words, List<String> lines) {
        if (!words.isEmpty()) {
            lines.add("  " + title);
            words.forEach(word -> lines.add("    " + word));
        }
    }
}
