package io.lotwire.web.page;

import io.lotwire.partner.Profile;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A partner, in a line.
 *
 * @param name the profile's name
 * @param title how people call them
 * @param version which edition of the profile is in force; {@code ""} for none
 * @param wires over which they are reached
 * @param sends what they send us
 * @param gets what they get
 */
record PartnerLine(String name, String title, String version, String wires, String sends, String gets) {
    /** That of a profile in force. */
    static PartnerLine of(Profile profile) {
        return new PartnerLine(
                profile.name(),
                profile.title(),
                profile.version().id(),
                said(profile.wires().stream().map(wire -> wire.kind().word()).toList()),
                said(profile.receives().stream()
                        .map(inbound -> inbound.document())
                        .toList()),
                said(profile.subscriptions().stream()
                        .map(subscription -> subscription.name())
                        .toList()));
    }

    /** That of a profile which has an error, and is not in force. */
    static PartnerLine wrong(String name) {
        return new PartnerLine(name, name, "", "", "", "");
    }

    /** Whether it is in force. */
    public boolean isInForce() {
        return !version.isEmpty();
    }

    private static String said(List<String> words) {
        return words.stream().distinct().collect(Collectors.joining(", "));
    }
}
