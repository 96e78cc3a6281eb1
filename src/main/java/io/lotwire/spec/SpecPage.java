package io.lotwire.spec;

import io.lotwire.edi.envelope.InterchangeAcknowledgement.When;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.grammar.Guide;
import io.lotwire.mapping.Mapping;
import io.lotwire.mapping.Mappings;
import io.lotwire.mapping.Translator;
import io.lotwire.partner.Identity;
import io.lotwire.partner.Inbound;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Repeats;
import io.lotwire.partner.Subscription;
import io.lotwire.partner.Wire;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The page to send to a partner, in Markdown: what we expect of their documents, what they hear, and what they get. */
public final class SpecPage {
    /** GS08 begins with version, release and subrelease (X12 element 480); what industry adds follows. */
    private static final int VERSION_LENGTH = 6;

    private final Profile us;
    private final Profile partner;
    private final Mappings mappings;
    private final Examples examples;
    private final Consumer<Problem> problems;
    private final StringBuilder page = new StringBuilder();

    private SpecPage(Profile us, Profile partner, Mappings mappings, Examples examples, Consumer<Problem> problems) {
        this.us = us;
        this.partner = partner;
        this.mappings = mappings;
        this.examples = examples;
        this.problems = problems;
    }

    /**
     * The page.
     *
     * @param us the owner of the gateway
     * @param mappings those that the profile names
     * @param examples the partner's golden samples
     * @param problems is told when what the profile overrides is wrong; then the page does not tell where we read what
     * @throws IOException when an example cannot be read
     */
    public static String of(
            Profile us, Profile partner, Mappings mappings, Examples examples, Consumer<Problem> problems)
            throws IOException {
        SpecPage spec = new SpecPage(us, partner, mappings, examples, problems);
        spec.head();
        for (Inbound inbound : partner.receives()) {
            spec.received(inbound);
        }
        for (Subscription subscription : partner.subscriptions()) {
            spec.sent(subscription);
        }
        spec.recalled();
        return spec.page.toString();
    }

    private void head() {
        line("# EDI between " + partner.title() + " and " + us.title());
        line("");
        line("Contact at " + us.title() + ": ________________ (name, telephone, e-mail)");
        line("");
        line("## Addresses");
        line("");
        InWords.of(partner.identity()).forEach(number -> line("- " + partner.title() + ": " + number));
        InWords.of(us.identity()).forEach(number -> line("- " + us.title() + ": " + number));
        partner.identity().inTests().ifPresent(theirs -> {
            InWords.addresses(theirs).forEach(number -> line("- " + partner.title() + " in tests: " + number));
            InWords.addresses(us.identity().usedIn(Identity.TEST))
                    .forEach(number -> line("- " + us.title() + " in tests: " + number));
        });
        line("");
        boolean tests = partner.identity().inTests().isPresent();
        line("Write production data with usage P (ISA15). "
                + (tests
                        ? "Tests have usage T: they are answered like production, and their lots are kept apart. Another"
                        : "A test (T), another")
                + " sender or receiver, and a control number that was used before for other content are refused."
                + " Delimiters may be any that your data does not hold; what"
                + " comes from us in X12 has `*` between elements, `>` between components and `~` after segments.");
        line("");
        if (partner.conventions().home() != null) {
            line("A time of yours that states no time zone is taken for one in "
                    + partner.conventions().home() + "; a day without a time stays a day.");
            line("");
        }
        line("## Wires");
        line("");
        line("Here 'we' are " + us.title() + ", and 'they' are " + partner.title() + ".");
        line("");
        partner.wires().stream().flatMap(wire -> wire.inWords().stream()).forEach(word -> line("- " + word));
        partner.wires().stream()
                .flatMap(wire -> us.wire(wire.kind()).flatMap(Wire::ourName).stream())
                .forEach(name -> line("- " + name));
        line("");
    }

    private void received(Inbound inbound) throws IOException {
        line("## You send: " + inbound.document());
        line("");
        Optional<Mapping> mapping =
                inbound.isOnlyAcknowledged() || inbound.captured().isPresent()
                        ? Optional.empty()
                        : mappings.named(inbound.mapping(), inbound.override(), problems)
                                .map(Translator::mapping);
        if (!inbound.files().isEmpty()) {
            line("Files named " + String.join(", ", inbound.files()) + ".");
            line("");
            if (inbound.captured().isPresent()) {
                line(
                        "JSON in UTF-8: an object a line, a list of objects, or one object. A file with an error is not taken at all.");
                line("");
            }
        } else {
            structure(inbound);
            mapping.ifPresent(this::places);
            if (inbound.isOnlyAcknowledged()) {
                line("We check and acknowledge it; of its contents we read nothing.");
                line("");
            }
        }
        rules(inbound);
        acknowledgements(inbound, inbound.files().isEmpty());
        Optional<Path> sample = examples.received(inbound.document());
        if (sample.isPresent()) {
            example("An example", Examples.input(sample.get()));
            example(
                    "Its acknowledgement",
                    Optional.of(sample.get().resolve("acknowledgement.edi")).filter(Files::exists));
        }
    }

    private void structure(Inbound inbound) throws IOException {
        Grammar grammar = partner.conventions().grammar();
        String version = version(inbound, grammar);
        line("### Segments");
        line("");
        line("By the standard, in version " + version + (inbound.guide() == null ? "" : " and the rules below")
                + "; we read others too.");
        line("");
        GrammarInWords.segments(grammar, inbound.document(), version).forEach(word -> line("- " + word));
        line("");
    }

    /** That of their sample; where they have none, the earliest that we read. */
    private String version(Inbound inbound, Grammar grammar) throws IOException {
        Optional<Path> sample = examples.received(inbound.document());
        Optional<Path> input = sample.isEmpty() ? Optional.empty() : Examples.input(sample.get());
        String sent = input.isEmpty() ? "" : Examples.version(input.get(), inbound.document());
        String known = isEdifact(inbound) || sent.length() < VERSION_LENGTH ? sent : sent.substring(0, VERSION_LENGTH);
        return !known.isEmpty() && grammar.set(inbound.document(), known).isPresent()
                ? known
                : isEdifact(inbound) ? Grammar.directory("") : Grammar.EARLIEST_VERSION;
    }

    private static boolean isEdifact(Inbound inbound) {
        return !inbound.document().matches("\\d{3}");
    }

    private void places(Mapping mapping) {
        line("### Where we read what");
        line("");
        line(
                "Of several places the first that is filled counts. `LIN/LT` is the value after the qualifier LT, `REF[LT]-02`"
                        + " element 2 of the REF whose first element is LT.");
        line("");
        List<MappingInWords.Row> rows = MappingInWords.of(mapping);
        int width = rows.stream().mapToInt(row -> row.what().length()).max().orElse(0);
        line("| " + padded("What", width) + " | Where |");
        line("| " + "-".repeat(width) + " | --- |");
        rows.forEach(row -> line("| " + padded(row.what(), width) + " | " + row.places() + " |"));
        line("");
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private void rules(Inbound inbound) {
        line("### Rules");
        line("");
        if (!inbound.isOnlyAcknowledged()) {
            line("- An item without a lot is "
                    + (inbound.lotRequired() ? "refused." : "taken, but please send its lot."));
        }
        inbound.faults()
                .rejected()
                .forEach(fault -> line("- Faults of the class " + InWords.word(fault) + " reject the document."));
        inbound.faults()
                .accepted()
                .forEach(fault -> line("- Faults of the class " + InWords.word(fault) + " are accepted, and told of."));
        if (inbound.guide() != null) {
            inbound.guide().rules().forEach(rule -> line("- " + GrammarInWords.of(rule) + "."));
        }
        line("");
    }

    private void acknowledgements(Inbound inbound, boolean isInterchange) {
        line("### What you hear");
        line("");
        line("- "
                + (inbound.acknowledgement() == null
                        ? "No acknowledgement."
                        : "For each interchange " + InWords.of(inbound.acknowledgement()) + "."));
        if (isInterchange && !isEdifact(inbound)) {
            line("- A TA1 " + ta1(partner.ta1()));
            line("- When the same interchange comes again, "
                    + (partner.repeats().same() == Repeats.Same.ANSWER
                            ? "the same answer as before."
                            : "a TA1 that rejects it as a duplicate (025)."));
        }
        if (inbound.advice() != null) {
            line("- An 824 over " + inbound.advice().over().word() + " when lots are missing, and the like"
                    + (inbound.advice().doubts()
                            ? "; one that accepts with errors where we doubt what we read."
                            : "."));
        }
        line("");
    }

    private static String ta1(When when) {
        return switch (when) {
            case ALWAYS -> "for each interchange.";
            case WHEN_ASKED -> "when ISA14 asks for it, or the envelope is wrong.";
            case NEVER -> "never.";
        };
    }

    private void sent(Subscription subscription) throws IOException {
        line("## You get: " + subscription.name());
        line("");
        line(InWords.of(subscription) + ".");
        line("");
        Guide guide = subscription.send().guide();
        if (guide != null) {
            line("By your guide; what would break it is not sent:");
            line("");
            guide.rules().forEach(rule -> line("- " + GrammarInWords.of(rule) + "."));
            line("");
        }
        example("An example", examples.sent(subscription.name()));
    }

    private void recalled() {
        if (partner.recall() != null) {
            line("## When we recall goods that you got");
            line("");
            line("You get " + InWords.of(partner.recall()) + ".");
            line("");
        }
    }

    private void example(String title, Optional<Path> file) throws IOException {
        if (file.isPresent()) {
            line("### " + title);
            line("");
            line("```text");
            line(Examples.text(file.get()).stripTrailing());
            line("```");
            line("");
        }
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
