package io.lotwire.gateway.question;

import io.lotwire.compliance.Check;
import io.lotwire.compliance.CheckJson;
import io.lotwire.compliance.Enforcement;
import io.lotwire.compliance.Selection;
import io.lotwire.compliance.Statements;
import io.lotwire.compliance.Terms;
import io.lotwire.compliance.request.Request;
import io.lotwire.compliance.request.RequestJson;
import io.lotwire.compliance.request.Requests;
import io.lotwire.compliance.sheet.About;
import io.lotwire.compliance.sheet.SpreadsheetFile;
import io.lotwire.compliance.sheet.TooManyRows;
import io.lotwire.ledger.Ledger;
import io.lotwire.lot.Gtin;
import io.lotwire.partner.Completeness;
import io.lotwire.question.AskedParameters;
import io.lotwire.wire.ProfilesInForce;
import io.lotwire.wire.api.ApiQuestions.Reply;
import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the food traceability rule asks of stored lot events, and which requests of regulators there are. None is opened here. */
@Singleton
final class ComplianceQuestions {
    private static final Set<String> SELECTION_AND_FORMAT =
            Set.of("lot", "gtin", "product", "location", "from", "to", "format");
    private static final Set<String> SELECTION_AND_RULE =
            Set.of("lot", "gtin", "product", "location", "from", "to", "rule");
    private static final Map<String, Completeness.Rule> RULES =
            Map.of("fsma-204", Completeness.Rule.FSMA_204, "dscsa", Completeness.Rule.DSCSA);
    private static final Map<String, SpreadsheetFile.Format> FORMATS =
            Map.of("xlsx", SpreadsheetFile.Format.XLSX, "csv", SpreadsheetFile.Format.CSV);
    private static final String JSON = "application/json";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ZIP = "application/zip";

    private final Ledger ledger;
    private final ProfilesInForce rules;
    private final Clock clock;
    private final AnswerFiles files;

    ComplianceQuestions(Ledger ledger, ProfilesInForce rules, Clock clock, AnswerFiles files) {
        this.ledger = ledger;
        this.rules = rules;
        this.clock = clock;
        this.files = files;
    }

    /** Each by its address. */
    Map<String, Question> all() {
        return Map.of(
                "compliance/check",
                new Question(SELECTION_AND_RULE, this::check),
                "compliance/sheet",
                new Question(SELECTION_AND_FORMAT, this::sheet),
                "compliance/requests",
                new Question(Set.of("all"), this::requests));
    }

    private Reply check(AskedParameters asked) {
        Selection selection = selection(asked);
        Completeness.Rule rule = asked.word("rule", RULES, Completeness.Rule.FSMA_204);
        if (!asked.problems().isEmpty()) {
            return new Reply.Wrong(asked.problems());
        }
        Terms terms = terms();
        return files.written(".json", JSON, "", file -> {
            try (CheckJson json = new CheckJson(
                    new BufferedOutputStream(Files.newOutputStream(file)), Enforcement.words(rule, terms, today()))) {
                List<Check.Score> scores = ledger.<List<Check.Score>, IOException>inTransaction(
                        tx -> Check.report(tx, rule, selection, terms, today(), json));
                return found(!scores.isEmpty());
            }
        });
    }

    private Reply sheet(AskedParameters asked) {
        Selection selection = selection(asked);
        SpreadsheetFile.Format format = asked.word("format", FORMATS, SpreadsheetFile.Format.XLSX);
        if (!asked.problems().isEmpty()) {
            return new Reply.Wrong(asked.problems());
        }
        boolean isXlsx = format == SpreadsheetFile.Format.XLSX;
        String extension = isXlsx ? ".xlsx" : ".zip";
        return files.written(
                extension, isXlsx ? XLSX : ZIP, "traceability" + extension, file -> write(selection, file, format));
    }

    private Optional<Reply> write(Selection selection, Path file, SpreadsheetFile.Format format) throws IOException {
        Terms terms = terms();
        try {
            long events = ledger.<Long, IOException>inTransaction(tx -> new SpreadsheetFile(file, format)
                    .writeFda(new Statements(tx, selection, terms), About.of(selection, clock.instant()))
                    .events());
            return found(events > 0);
        } catch (TooManyRows tooMany) {
            return Optional.of(
                    new Reply.Wrong(List.of("More rows were asked for than a sheet of XLSX has: ask for fewer"
                            + " days by from and to, or for format=csv.")));
        }
    }

    private static Optional<Reply> found(boolean isFound) {
        return isFound
                ? Optional.empty()
                : Optional.of(new Reply.Nothing("No event that was asked for is a critical tracking event."));
    }

    private Reply requests(AskedParameters asked) {
        boolean all = asked.flag("all");
        if (!asked.problems().isEmpty()) {
            return new Reply.Wrong(asked.problems());
        }
        List<Request> requests = ledger.inTransaction(tx -> new Requests(tx).list(all));
        return new Reply.Found(RequestJson.of(requests, clock.instant()).toString());
    }

    /** Which events are asked for; without parameters all. What is wrong with them is told. */
    private static Selection selection(AskedParameters asked) {
        Optional<String> lot = asked.text("lot");
        Optional<Gtin> gtin = asked.gtin("gtin");
        Optional<Gtin> product = asked.gtin("product");
        Optional<LocalDate> from = asked.day("from");
        Optional<LocalDate> to = asked.day("to");
        if (asked.has("gtin") && !asked.has("lot")) {
            asked.wrong("'gtin' says of which product 'lot' is: add lot, or take product.");
        }
        if (asked.has("lot") && asked.has("product")) {
            asked.wrong("'product' asks for all lots of a product: take gtin beside lot.");
        }
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            asked.wrong("'to' is before 'from'.");
        }
        return new Selection(lot, gtin, product, asked.text("location"), from, to);
    }

    private Terms terms() {
        return Terms.of(rules.profiles());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    }
}
