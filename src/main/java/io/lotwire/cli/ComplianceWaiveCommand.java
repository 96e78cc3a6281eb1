package io.lotwire.cli;

import io.lotwire.compliance.KeyDataElement;
import io.lotwire.compliance.KeyDataRules;
import io.lotwire.compliance.TrackingEvent;
import io.lotwire.compliance.Waiver;
import io.lotwire.compliance.Waivers;
import io.lotwire.partner.Completeness;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lotwire compliance waive}: a key data element that somebody answers for. */
@Command(
        name = "waive",
        description = {
            "Says that a key data element may be missing, why, and until when. What is missing is still told, and not counted.",
            ""
        },
        footer = {"", "Exit code 0: it holds; 1: there is no ledger; 2: wrong use."})
final class ComplianceWaiveCommand implements Callable<Integer> {
    /** Nobody answers for longer without looking again. */
    private static final int MOST_DAYS = 366;

    @Mixin
    HelpOption help;

    private final Installation installation;

    @Spec
    private CommandSpec command;

    @Parameters(
            paramLabel = "EVENT.ELEMENT",
            description = "Event and element, such as shipping.tlc-source; 'compliance check --json' names both.")
    private String element;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why it may be missing.")
    private String reason;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            required = true,
            description = "The last day, at most a year from now: 2026-12-31.")
    private String until;

    @Option(names = "--partner", paramLabel = "NAME", description = "In this partner's documents alone.")
    private String partner;

    @Option(names = "--by", paramLabel = "NAME", description = "Who answers for it; you, where nobody is named.")
    private String by;

    ComplianceWaiveCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        ComplianceFacts facts = new ComplianceFacts(installation);
        TrackingEvent kind = kind();
        KeyDataElement waived = element(kind);
        LocalDate endsOn = day(facts.today());
        if (reason.isBlank()) {
            throw wrong("--reason is empty: say why it may be missing.");
        }
        if (partner != null && installation.profiles().byName(partner).isEmpty()) {
            throw wrong("No profile '" + partner + "' is in force.");
        }
        Waiver waiver = new Waiver(
                0,
                kind,
                waived.name(),
                partner == null ? "" : partner,
                reason,
                ComplianceFacts.who(by),
                installation.clock().instant(),
                endsOn);
        return InstalledLedger.ask(installation, "lotwire compliance waive", ledger -> {
            long id = ledger.inTransaction(tx -> new Waivers(tx).keep(waiver));
            Lines.of(installation)
                    .println("Waiver " + id + ": " + waived.words() + " (" + waived.paragraph() + ") may be missing"
                            + (partner == null ? "" : " in documents of " + partner) + " until " + endsOn + ".");
            return ExitCode.GOOD;
        });
    }

    private TrackingEvent kind() {
        String word = element.contains(".") ? element.substring(0, element.indexOf('.')) : element;
        return Arrays.stream(TrackingEvent.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong("'" + word + "' is no critical tracking event, but "
                        + Arrays.stream(TrackingEvent.values())
                                .map(TrackingEvent::word)
                                .collect(Collectors.joining(", "))
                        + " are: write such as shipping.tlc-source."));
    }

    private KeyDataElement element(TrackingEvent kind) {
        String word = element.substring(Math.min(element.length(), kind.word().length() + 1));
        List<KeyDataElement> elements = Arrays.stream(Completeness.Rule.values())
                .flatMap(rule -> KeyDataRules.of(rule).of(kind).stream())
                .toList();
        return elements.stream()
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong("'" + word + "' is no key data element of " + kind.word() + ", but "
                        + elements.stream().map(KeyDataElement::name).collect(Collectors.joining(", ")) + " are."));
    }

    private LocalDate day(LocalDate today) {
        LocalDate day;
        try {
            day = LocalDate.parse(until);
        } catch (DateTimeException noDay) {
            throw wrong("--until '" + until + "' is no day: write 2026-12-31.");
        }
        if (day.isBefore(today) || day.isAfter(today.plusDays(MOST_DAYS))) {
            throw wrong("--until " + until + " must be between today and a year from now.");
        }
        return day;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
