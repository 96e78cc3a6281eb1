package io.lotwire.registry.walk;

import io.lotwire.registry.PartyBook;
import io.lotwire.registry.PartyStatement;
import io.lotwire.registry.TracedParty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which ways of naming a party mean the same one, among those of one trail. */
public final class Places {
    /** Where nobody says where goods were. */
    public static final int NOWHERE = 0;

    private final Map<Integer, PartyStatement> statements = new LinkedHashMap<>();
    private Map<Integer, TracedParty> parties = Map.of();

    /** The statements of some steps that are new here. */
    Set<Integer> unknown(Collection<Step> steps) {
        Set<Integer> unknown = new TreeSet<>();
        for (Step step : steps) {
            if (!statements.containsKey(step.from())) {
                unknown.add(step.from());
            }
            if (!statements.containsKey(step.to())) {
                unknown.add(step.to());
            }
        }
        return unknown;
    }

    /**
     * Learns how more documents name parties.
     *
     * @return true where one that was known before is another place now, as a name that two bear is nobody's
     */
    boolean learn(Map<Integer, PartyStatement> more) {
        statements.putAll(more);
        List<PartyStatement> named =
                statements.values().stream().filter(PartyStatement::isStated).toList();
        PartyBook book = PartyBook.of(new ArrayList<>(named));
        Map<Integer, TracedParty> now = new HashMap<>();
        statements.forEach((number, statement) -> {
            if (statement.isStated()) {
                now.put(number, book.party(statement));
            }
        });
        boolean changed = parties.entrySet().stream()
                .anyMatch(each ->
                        now.get(each.getKey()).number() != each.getValue().number());
        parties = now;
        return changed;
    }

    /** The place of a statement. */
    int of(int statement) {
        TracedParty party = parties.get(statement);
        return party == null ? NOWHERE : party.number();
    }

    /** The parties of the trail by their places. */
    public Map<Integer, TracedParty> all() {
        Map<Integer, TracedParty> all = new HashMap<>();
        parties.values().forEach(party -> all.put(party.number(), party));
        return all;
    }
}
