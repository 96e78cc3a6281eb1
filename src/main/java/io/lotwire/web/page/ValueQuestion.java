package io.lotwire.web.page;

import io.lotwire.desk.ReceivedBytes;
import io.lotwire.gateway.rule.RulesInForce;
import io.lotwire.inspect.Content;
import io.lotwire.inspect.SegmentPage;
import io.lotwire.inspect.ValueMaps;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.Ledger;
import io.lotwire.mapping.Mappings;
import io.lotwire.mapping.Translator;
import io.lotwire.traffic.Translations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/** Asks from which bytes of a file the values of its lot events came: by the mappings that read it then, and the profile of now. */
@Singleton
class ValueQuestion {
    /** Of a larger file they are told when somebody asks for it: it is translated up to the page. */
    static final long MOST_BYTES = 4L * 1024 * 1024;

    private final Ledger ledger;
    private final RulesInForce rules;

    ValueQuestion(Ledger ledger, RulesInForce rules) {
        this.ledger = ledger;
        this.rules = rules;
    }

    /** Those of a page of it. */
    Values of(InboxRow file, Content content, SegmentPage page) throws IOException {
        ReceivedBytes received =
                new ReceivedBytes(file.fileName(), file.content().sha256());
        return Values.of(new ValueMaps(rules.now())
                .of(content, received, rules.profiles().byName(file.partner()), set -> edition(file.id(), set), page));
    }

    private Optional<Translator> edition(long file, int set) {
        return ledger.inTransaction(tx -> new Translations(tx).of(file, set))
                .flatMap(mapping -> Mappings.edition(mapping.name(), mapping.text(), problem -> {}));
    }
}
