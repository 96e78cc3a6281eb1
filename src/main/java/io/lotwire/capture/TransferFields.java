package io.lotwire.capture;

import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Party;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.TransactionStatement;
import io.lotwire.lot.TransactionStatement.Answer;
import io.lotwire.lot.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is stated of a change of owner. */
final class TransferFields {
    private TransferFields() {}

    /**
     * It; null when it is absent.
     *
     * @param document the document that it was stated in first, {@code ""} for this one
     */
    static Transfer read(Fields fields, String document) {
        return fields.read("transfer", transfer -> transfer(transfer, document)).orElse(null);
    }

    private static Transfer transfer(Fields fields, String document) {
        String date = fields.day("date", IssueCode.DATE_INVALID);
        Party from = PartyFields.read(fields, "from");
        Party to = PartyFields.read(fields, "to");
        String strengthAndForm = fields.text("strengthAndForm");
        Quantity containerSize = GoodsFields.quantity(fields, "containerSize", document);
        fields.require("statements");
        List<TransactionStatement> statements = new ArrayList<>();
        fields.readEach("statements", each -> statements.add(statement(each)));
        if (fields.has("statements") && statements.isEmpty()) {
            fields.error(
                    "statements",
                    CaptureFault.FIELD_MISSING,
                    "Nothing is stated: add a statement, or leave 'transfer' out.");
        }
        return new Transfer(date, from, to, strengthAndForm, containerSize, statements);
    }

    private static TransactionStatement statement(Fields fields) {
        String code = fields.text("code");
        String list = fields.text("list");
        String words = fields.text("words");
        Optional<Answer> answer = fields.word(Answer.class, "answer");
        return new TransactionStatement(code, list, words, answer.orElse(null), fields.texts("texts"));
    }
}
