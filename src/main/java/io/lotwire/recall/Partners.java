package io.lotwire.recall;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.partner.Identity;
import io.lotwire.partner.Profile;
import io.lotwire.registry.PartyStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which profile a party of documents goes by: the one with its GLN, its D-U-N-S number or its name, else the one of the company that the
 * registry says it belongs to, as a store does to a retailer.
 */
public final class Partners {
    /** So many companies above a location are looked at. */
    private static final int MOST_PARENTS = 8;

    private final Map<String, Profile> byKey = new HashMap<>();

    /** @param profiles those of partners, and our own */
    public Partners(Collection<Profile> profiles) {
        for (Profile profile : profiles) {
            keys(profile).forEach(key -> byKey.putIfAbsent(key, profile));
        }
    }

    private static Set<String> keys(Profile profile) {
        Identity identity = profile.identity();
        Set<String> keys = new LinkedHashSet<>();
        if (identity.gln() != null) {
            keys.add(identity.gln().digits());
        }
        if (!identity.duns().isEmpty()) {
            keys.add(identity.duns());
        }
        keys.add(key(profile.name()));
        keys.add(key(profile.title()));
        return keys;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).strip();
    }

    /** All that a party is called by, in small letters, when it is called so. */
    Set<String> names(String name) {
        Set<String> names = new TreeSet<>();
        names.add(key(name));
        Profile profile = byKey.get(key(name));
        if (profile != null) {
            names.addAll(keys(profile));
        }
        return names;
    }

    /**
     * The profiles of parties.
     *
     * @param parties how documents name each of them
     * @return by the numbers of the parties; one that has none is not there
     */
    Map<Integer, Profile> of(LedgerTransaction tx, Map<Integer, Set<PartyStatement>> parties) {
        Map<Integer, Profile> found = new LinkedHashMap<>();
        Map<Integer, Set<String>> open = new LinkedHashMap<>();
        parties.forEach((number, statements) -> open.put(number, keysOf(statements)));
        take(open, found);
        for (int level = 0; level < MOST_PARENTS && !open.isEmpty(); level++) {
            Map<String, String> parents = parents(tx, open.values());
            open.replaceAll((number, keys) -> above(keys, parents));
            open.values().removeIf(Set::isEmpty);
            take(open, found);
        }
        return found;
    }

    /** The best known first: a GLN says more than a name. */
    private static Set<String> keysOf(Set<PartyStatement> statements) {
        Set<String> keys = new LinkedHashSet<>();
        statements.forEach(each -> add(keys, each.gln()));
        statements.forEach(each -> add(keys, each.number()));
        statements.forEach(each -> add(keys, key(each.name())));
        return keys;
    }

    private static void add(Set<String> keys, String key) {
        if (!key.isEmpty()) {
            keys.add(key);
        }
    }

    private void take(Map<Integer, Set<String>> open, Map<Integer, Profile> found) {
        open.forEach((number, keys) -> keys.stream()
                .filter(byKey::containsKey)
                .findFirst()
                .ifPresent(key -> found.put(number, byKey.get(key))));
        open.keySet().removeAll(found.keySet());
    }

    private static Set<String> above(Set<String> keys, Map<String, String> parents) {
        Set<String> above = new LinkedHashSet<>();
        keys.stream()
                .filter(parents::containsKey)
                .map(key -> key(parents.get(key)))
                .filter(parent -> !keys.contains(parent))
                .forEach(above::add);
        return above;
    }

    private static Map<String, String> parents(LedgerTransaction tx, Collection<Set<String>> keys) {
        List<String> all = new ArrayList<>();
        keys.forEach(all::addAll);
        Map<String, String> parents = new HashMap<>();
        tx.handle()
                .createQuery("""
                        select gln as key, parent from party where gln = any(:keys) and parent is not null
                        union all select duns, parent from party where duns = any(:keys) and parent is not null
                        union all select lower(name), parent from party where lower(name) = any(:keys) and parent is not null
                        """)
                .bindArray("keys", String.class, all.toArray())
                .map((row, context) -> Map.entry(row.getString("key"), row.getString("parent")))
                .forEach(each -> parents.putIfAbsent(each.getKey(), each.getValue()));
        return parents;
    }
}
