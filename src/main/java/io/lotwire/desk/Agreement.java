package io.lotwire.desk;

import io.lotwire.capture.CaptureKind;
import io.lotwire.desk.answer.AgreedAnswers;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.envelope.SetSummary;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.mapping.MappingFault;
import io.lotwire.mapping.Mappings;
import io.lotwire.partner.Inbound;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.YamlMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What was agreed with the sender of a file or interchange, by the rules of one moment. Not for several threads. */
public final class Agreement {
    private final Rulebook rules;
    private final Measure measure;
    private final Optional<Profile> sender;
    private final Consumer<Problem> problems;
    private final Map<String, Handling> handlings = new HashMap<>();

    Agreement(Rulebook rules, Measure measure, Optional<Profile> sender, Consumer<Problem> problems) {
        this.rules = rules;
        this.measure = measure;
        this.sender = sender;
        this.problems = problems;
    }

    /** Who sent it; empty when no profile is theirs. */
    public Optional<Profile> sender() {
        return sender;
    }

    /** The owner of the gateway. */
    public Optional<Profile> us() {
        return rules.profiles().self();
    }

    /** The rules by which all of it is decided. */
    public Rulebook rules() {
        return rules;
    }

    /** An interchange with its faults as severe as was agreed, and with what is wrong by the agreement. */
    public InterchangeSummary judge(InterchangeSummary interchange, String fileName) {
        if (sender.isEmpty()) {
            return interchange;
        }
        return measure == Measure.AGREEMENT && us().isPresent()
                ? new AgreementCheck(sender.get(), us().get(), fileName).check(interchange)
                : interchange.judged(sender.get()::judge);
    }

    /** True for an 824, 864 or APERAK that the profile says nothing of: it is heard, not translated. */
    public boolean isMessage(SetSummary set) {
        return sender.filter(profile -> AgreementCheck.isMessage(profile, set)).isPresent();
    }

    /**
     * What is answered; empty when there is nobody who answers, or nobody to answer to.
     *
     * @param cameOver the word of the wire that it came over; {@code ""} where that is not known, for one that can answer
     */
    public Optional<AgreedAnswers> answers(String cameOver) {
        return sender.flatMap(partner -> us().map(us -> new AgreedAnswers(us, partner, cameOver)));
    }

    /** What is done with a transaction set that is not rejected. */
    public Handling ofSet(Syntax syntax, String document) {
        return handlings.computeIfAbsent(document, each -> decideSet(syntax, each));
    }

    /** What is done with a document that is a file as a whole. */
    public Handling ofFile(String document) {
        return handlings.computeIfAbsent(document, this::decideFile);
    }

    private Handling decideSet(Syntax syntax, String document) {
        Optional<Inbound> agreed = sender.flatMap(profile -> profile.receives(document));
        if (agreed.filter(Inbound::isOnlyAcknowledged).isPresent()) {
            return new Handling.AcknowledgedOnly();
        }
        if (agreed.isEmpty() && sender.isPresent() && measure == Measure.AGREEMENT) {
            return notAgreed(document);
        }
        if (agreed.filter(Inbound::isWholeFile).isPresent()) {
            return new Handling.Unmapped(
                    "The profile of '" + sender.map(Profile::name).orElse("") + "' takes " + document
                            + " only as a file of its own ('files'), but it came in an interchange: let it name a mapping for that.");
        }
        String name = agreed.map(Inbound::mapping).orElseGet(() -> Mappings.usualName(syntax, document));
        YamlMap override = agreed.map(Inbound::override).orElse(null);
        return rules.mapping(name, override, problems)
                .<Handling>map(mapping -> new Handling.ByMapping(sender, agreed, mapping))
                .orElseGet(() -> agreed.isEmpty() && Handling.WithoutLots.areOf(document) && !isThere(name)
                        ? new Handling.WithoutLots(document)
                        : new Handling.Unmapped(withoutMapping(agreed, name, document)));
    }

    private boolean isThere(String mapping) {
        return Files.exists(fileOf(mapping));
    }

    private Path fileOf(String mapping) {
        return rules.mappingFolder().resolve(mapping + ".yaml");
    }

    private Handling decideFile(String document) {
        Optional<Inbound> agreed =
                sender.flatMap(profile -> profile.receives(document)).filter(Inbound::isWholeFile);
        if (agreed.isEmpty()) {
            return notAgreed(document);
        }
        Optional<CaptureKind> captured = agreed.get().captured();
        if (captured.isPresent()) {
            return new Handling.ByCapture(sender.get(), agreed.get(), captured.get());
        }
        return rules.fileMapping(agreed.get().mapping(), problems)
                .<Handling>map(mapping -> new Handling.ByFileMapping(sender.get(), agreed.get(), mapping))
                .orElseGet(() -> new Handling.Unmapped(
                        withoutMapping(agreed, agreed.get().mapping(), document)));
    }

    private Handling notAgreed(String document) {
        return new Handling.Unmapped(
                "The profile of '" + sender.map(Profile::name).orElse("") + "' does not list " + document
                        + " under 'receives': add it there.");
    }

    /** Why there is no mapping ({@link MappingFault#NO_MAPPING}). */
    private String withoutMapping(Optional<Inbound> agreed, String name, String document) {
        String wrong = "The mapping '" + name + "' does not work for document " + document
                + ": mend what is said of it or of its 'override'.";
        if (agreed.isPresent()) {
            return wrong + " 'lotwire partner check "
                    + sender.map(Profile::name).orElse("") + "' tells it, too.";
        }
        return isThere(name)
                ? wrong
                : "There is no mapping for document " + document + ": write " + fileOf(name)
                        + ", or leave the document out.";
    }
}
