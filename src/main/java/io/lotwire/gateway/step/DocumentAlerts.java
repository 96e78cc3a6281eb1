package io.lotwire.gateway.step;

import io.lotwire.alert.Alerts;
import io.lotwire.alert.Doubt;
import io.lotwire.alert.Subject;
import io.lotwire.desk.Agreement;
import io.lotwire.lot.LotEvent;
import io.lotwire.partner.AlertRule;
import io.lotwire.partner.Profile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers the doubts about the lots of a document of which somebody is to be told: as its sender's profile says, and of what that does
 * not name, as the owner's does.
 */
final class DocumentAlerts {
    private final String sender;
    private final String kind;
    private final long setId;
    private final Map<String, Rule> byCode = new HashMap<>();
    private final Map<Rule, Set<Doubt>> found = new LinkedHashMap<>();

    /** A rule and the name by which alerts keep it. */
    private record Rule(String name, List<AlertRule.Step> tell) {}

    /** @param setId the number of its set */
    DocumentAlerts(AcceptedDocument document, long setId) {
        Agreement agreement = document.agreement();
        this.sender = agreement.sender().map(Profile::name).orElse("");
        this.kind = document.kind();
        this.setId = setId;
        agreement.us().ifPresent(this::follow);
        agreement.sender().ifPresent(this::follow);
    }

    private void follow(Profile profile) {
        for (AlertRule agreed : profile.alerts()) {
            Rule rule = new Rule(profile.name() + "/" + agreed.name(), agreed.tell());
            agreed.of().forEach(code -> byCode.put(code.name(), rule));
        }
    }

    /** Takes an event that is kept. */
    void take(LotEvent event) {
        if (!byCode.isEmpty() && !event.issues().isEmpty()) {
            take(Doubt.of(event));
        }
    }

    /** Takes doubts by which the document is kept back. */
    void take(List<Doubt> doubts) {
        for (Doubt doubt : doubts) {
            Rule rule = byCode.get(doubt.code());
            if (rule != null) {
                found.computeIfAbsent(rule, key -> new LinkedHashSet<>()).add(doubt);
            }
        }
    }

    /**
     * Makes an alert of each rule by which there is something to tell.
     *
     * @param number the document's own number
     */
    void raise(Alerts alerts, String number) {
        Subject subject = Subject.ofDocument(sender, kind, number, setId);
        found.forEach((rule, doubts) -> alerts.raise(rule.name(), rule.tell(), subject, List.copyOf(doubts)));
    }
}
