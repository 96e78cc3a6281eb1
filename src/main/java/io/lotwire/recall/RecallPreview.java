package io.lotwire.recall;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.partner.Profiles;
import io.lotwire.recall.NoticePlan.Planned;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a recall would do, while nothing is held and nobody is told.
 *
 * @param scope what would be recalled
 * @param affected what that reaches; empty where no lot is found
 * @param plan who would be told, and how
 * @param unknown codes of the scope that no lot bears
 */
public record RecallPreview(Scope scope, Affected affected, List<Planned> plan, Set<String> unknown) {
    public RecallPreview {
        plan = List.copyOf(plan);
        // In one order, so that the same preview gives the same text.
        unknown = new TreeSet<>(unknown);
    }

    /**
     * Looks.
     *
     * @param profiles those by which partners would be told
     */
    public static RecallPreview of(LedgerTransaction tx, Profiles profiles, Scope scope) {
        AffectedGoods goods = new AffectedGoods(tx, new Partners(profiles.good()));
        Set<Long> lots = goods.lots(scope);
        Affected affected =
                lots.isEmpty() ? new Affected(List.of(), List.of(), List.of(), List.of()) : goods.reachedFrom(lots);
        List<Planned> plan = affected.parties().isEmpty() ? List.of() : NoticePlan.of(tx, affected, profiles);
        return new RecallPreview(scope, affected, plan, goods.unknown(scope));
    }

    /** Whether a lot is known that would be recalled. */
    public boolean isFound() {
        return !affected.lots().isEmpty();
    }

    /** As one JSON object. */
    public ObjectNode json() {
        ObjectNode node = RecallJson.object(affected);
        node.set("scope", RecallJson.object(scope));
        node.put("sha256", affected.sha256());
        ArrayNode codes = node.putArray("unknown");
        unknown.forEach(codes::add);
        ArrayNode told = node.putArray("notices");
        for (Planned each : plan) {
            ObjectNode notice = told.addObject()
                    .put("name", each.name())
                    .put("partner", each.partner())
                    .put("telephone", each.telephone())
                    .put("sure", each.sure());
            each.way().ifPresent(way -> notice.put("as", way.as().word())
                    .put("over", way.over().word())
                    .put("test", way.test()));
        }
        return node;
    }
}
