package io.lotwire.cli;

import io.lotwire.compliance.Check;
import io.lotwire.compliance.CheckJson;
import io.lotwire.compliance.CheckReport;
import io.lotwire.compliance.Enforcement;
import io.lotwire.compliance.Selection;
import io.lotwire.compliance.Terms;
import io.lotwire.ledger.Ledger;
import io.lotwire.partner.Completeness;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire compliance check}: which key data elements documents lack. */
@Command(
        name = "check",
        description = {
            "Says which key data elements the documents lack, each with its paragraph, and how complete each partner's are.",
            ""
        },
        footer = {"", "Exit code 0: nothing is missing that is not waived; 1: something is; 2: wrong use."})
final class ComplianceCheckCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private SelectionOptions selected;

    private final Installation installation;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            defaultValue = "fsma-204",
            converter = CompletenessRuleConverter.class,
            description = "Whose elements: fsma-204, of food, unless told; or dscsa, of medicines.")
    private Completeness.Rule rule;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ComplianceCheckCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        Selection selection = selected.selection();
        return InstalledLedger.ask(installation, "lotwire compliance check", ledger -> check(ledger, selection));
    }

    private int check(Ledger ledger, Selection selection) throws IOException {
        ComplianceFacts facts = new ComplianceFacts(installation);
        Terms terms = facts.terms();
        String enforcement = Enforcement.words(rule, terms, facts.today());
        try (CheckReport report = json
                ? new CheckJson(installation.out(), enforcement)
                : new CheckText(installation.out(), enforcement)) {
            List<Check.Score> scores = ledger.<List<Check.Score>, IOException>inTransaction(
                    tx -> Check.report(tx, rule, selection, terms, facts.today(), report));
            return scores.stream().allMatch(score -> score.missing() == 0) ? ExitCode.GOOD : ExitCode.REJECTED;
        }
    }
}
