package io.lotwire.lot.json;

import io.lotwire.lot.TransactionStatement;
import io.lotwire.lot.Transfer;

/** {@code transfer}. */
final class TransferJson {
    private TransferJson() {}

    static void write(String name, Transfer transfer, LeanJson json) {
        if (transfer == null) {
            return;
        }
        json.begin(name);
        json.text("date", transfer.date());
        PartyJson.write("from", transfer.from(), json);
        PartyJson.write("to", transfer.to(), json);
        json.text("strengthAndForm", transfer.strengthAndForm());
        QuantityJson.write("containerSize", transfer.containerSize(), json);
        json.beginList("statements");
        for (TransactionStatement statement : transfer.statements()) {
            json.beginItem();
            json.text("code", statement.code());
            json.text("list", statement.list());
            json.text("words", statement.words());
            json.word("answer", statement.answer());
            json.texts("texts", statement.texts());
            json.end();
        }
        json.endList();
        json.end();
    }

    static Transfer read(JsonFields json) {
        return new Transfer(
                json.text("date"),
                json.object("from", PartyJson::read),
                json.object("to", PartyJson::read),
                json.text("strengthAndForm"),
                json.object("containerSize", QuantityJson::read),
                json.list(
                        "statements",
                        statement -> new TransactionStatement(
                                statement.text("code"),
                                statement.text("list"),
                                statement.text("words"),
                                statement.word(TransactionStatement.Answer.class, "answer"),
                                statement.texts("texts"))));
    }
}
