package io.lotwire.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lotwire.desk.FolderRulebook;
import io.lotwire.desk.offline.Input;
import io.lotwire.desk.offline.OfflineDesk;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.Explanation;
import io.lotwire.partner.Identity;
import io.lotwire.partner.Inbound;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the example profiles show, found in their samples and their agreements: each feature with the partners that show it. */
final class ExampleFeatures {
    private static final Set<String> TOLD =
            Set.of("lot.code", "lot.expires", "lot.bestBefore", "lot.manufactured", "lot.packed", "logisticUnit.sscc");

    private final Path partners;
    private final Profiles profiles;
    private final OfflineDesk desk;
    private final SortedMap<String, SortedSet<String>> found = new TreeMap<>();

    ExampleFeatures(Path partners, Path mappings, Profiles profiles) {
        this.partners = partners;
        this.profiles = profiles;
        this.desk = new OfflineDesk(new FolderRulebook(mappings, () -> profiles), Clock.systemUTC());
    }

    SortedMap<String, SortedSet<String>> find() throws IOException {
        for (Profile profile : profiles.partners()) {
            agreement(profile);
            subscriptions(profile);
            Path samples = Samples.folder(partners, profile.name());
            for (Path sample : SampleFolders.in(samples.resolve("receives"))) {
                received(profile, sample);
            }
        }
        return found;
    }

    private void add(String feature, Profile profile) {
        found.computeIfAbsent(feature, key -> new TreeSet<>()).add(profile.name());
    }

    private void agreement(Profile profile) {
        profile.identity().inTests().ifPresent(tests -> add("tests agreed on", profile));
        add("ta1 " + word(profile.ta1()), profile);
        profile.wires().forEach(wire -> add("wire " + wire.kind().word(), profile));
        for (Inbound inbound : profile.receives()) {
            if (inbound.acknowledgement() != null) {
                var style = inbound.acknowledgement().style();
                String which = style.everySet() ? "" : ", faulty sets only";
                add("answered by " + style.kind().set() + which, profile);
            }
            if (inbound.advice() != null) {
                add("answered by 824", profile);
            }
            if (inbound.guide() != null) {
                add("a guide of theirs", profile);
            }
            if (inbound.override() != null) {
                inbound.override().entries().keySet().forEach(key -> add("override of " + key, profile));
            }
            add(
                    inbound.isOnlyAcknowledged()
                            ? "only acknowledged"
                            : "lot " + (inbound.lotRequired() ? "required" : "not required"),
                    profile);
            inbound.faults().rejected().forEach(fault -> add("reject " + word(fault), profile));
            inbound.faults().accepted().forEach(fault -> add("accept " + word(fault), profile));
        }
    }

    private void subscriptions(Profile profile) {
        profile.subscriptions().forEach(subscription -> {
            var send = subscription.send();
            if (subscription.usage().equals(Identity.TEST)) {
                add("sent as a test", profile);
            }
            if (send.split().by() != null) {
                add("sent by " + word(send.split().by()), profile);
            }
            String levels = send.style().levels();
            add("sent " + word(send.format()).replace('_', '-') + (levels.isEmpty() ? "" : " " + levels), profile);
            send.style().lots().forEach(lot -> add("sent " + word(send.format()) + ", lot at " + lot, profile));
        });
    }

    private void received(Profile profile, Path sample) throws IOException {
        Optional<Path> input = SampleFolders.input(sample, problem -> {});
        if (input.isEmpty() || !Files.exists(sample.resolve("events.ndjson"))) {
            return;
        }
        Input file = Input.of(input.get().getFileName().toString(), input.get());
        desk.explain(file, Optional.of(profile), new Places(profile), problem -> {});
        String text = Files.readString(input.get(), ISO_8859_1);
        if (text.startsWith("ISA")) {
            shapes(text).forEach(shape -> add("856 tree " + shape, profile));
        }
    }

    /** The ways from the top to the innermost levels, by HL03. */
    private static Set<String> shapes(String text) {
        Set<String> shapes = new HashSet<>();
        String separator = Pattern.quote(text.substring(3, 4));
        Map<String, String> ways = new HashMap<>();
        Set<String> parents = new HashSet<>();
        for (String segment : text.split("~\\R?", -1)) {
            String[] elements = segment.split(separator, -1);
            if (elements[0].equals("HL")) {
                String above = ways.get(elements[2]);
                ways.put(elements[1], (above == null ? "" : above + "-") + elements[3]);
                parents.add(elements[2]);
            } else if (elements[0].equals("SE")) {
                ways.keySet().removeAll(parents);
                shapes.addAll(ways.values());
                ways.clear();
                parents.clear();
            }
        }
        return shapes;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Where values of events were taken. */
    private final class Places implements Explanation {
        private final Profile profile;

        Places(Profile profile) {
            this.profile = profile;
        }

        @Override
        public void event(LotEvent event, List<Taken> taken) {
            String document = event.source().document();
            add(document + " in " + event.source().version(), profile);
            List<Taken> told = new ArrayList<>(taken);
            told.sort(Comparator.comparing(Taken::field));
            told.stream()
                    .filter(each -> TOLD.contains(each.field()))
                    .forEach(each -> add(document + " " + each.field() + " at " + each.place(), profile));
        }

        @Override
        public void notMapped(TransactionSet set, List<NotMapped> segments) {
            // What is not read is no feature.
        }
    }
}
