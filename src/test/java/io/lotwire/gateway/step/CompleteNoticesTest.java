package io.lotwire.gateway.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.compliance.Told;
import io.lotwire.gateway.rule.Rules;
import io.lotwire.gateway.rule.RulesOfTest;
import io.lotwire.gateway.step.SubscriberDocuments.Outcome;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.EventChoice;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.lot.EventSource;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A notice leaves only with the key data elements that its customer asks for. */
class CompleteNoticesTest {
    @TempDir
    private Path folder;

    private CamelContext camel;
    private Ledger ledger;
    private Rules rules;

    @BeforeEach
    void open() throws Exception {
        ledger = new Ledger(TestDatabase.fresh().unpooled(), Clock.systemUTC());
        camel = new DefaultCamelContext();
        camel.start();
        Path profiles = Files.createDirectories(folder.resolve("partners"));
        Files.writeString(profiles.resolve("us.yaml"), """
                name: us
                title: Northgate
                self: true
                identity: { x12: { qualifier: ZZ, id: NORTHGATE } }
                """);
        Files.writeString(profiles.resolve("market.yaml"), """
                name: market
                title: Market
                identity: { x12: { qualifier: ZZ, id: MARKET } }
                wires:
                  jms: { send: { queue: market } }
                subscriptions:
                  - name: parking
                    send: { format: events }
                    over: jms
                    complete: { for: fsma-204, missing: park }
                  - name: warning
                    send: { format: events }
                    over: jms
                    complete: { for: fsma-204, missing: warn, elements: [quantity] }
                  - name: medicines
                    send: { format: events }
                    over: jms
                    complete: { for: dscsa, missing: park, elements: [lot, statement] }
                """);
        rules = RulesOfTest.of(profiles, camel).now();
    }

    @AfterEach
    void close() throws Exception {
        camel.stop();
    }

    @Test
    void aNoticeThatLacksNothingIsWritten() throws IOException {
        assertThat(write("parking", Told.shipped("a"))).isInstanceOf(Outcome.Written.class);
    }

    @Test
    void aNoticeThatLacksSomethingWaitsAndItsCauseSaysAllOfItInLines() throws IOException {
        Outcome.Refused refused = (Outcome.Refused)
                write("parking", Told.shipped("a").withoutAmount().to(null), Told.shipped("b"));

        assertThat(refused.cause().code()).isEqualTo(CauseCode.KEY_DATA_MISSING);
        assertThat(refused.cause().sentence().lines())
                .hasSize(4)
                .contains(
                        "- quantity and unit of measure (21 CFR 1.1340(a)(2)): quantity, unit of measure, in 1 line, of lot"
                                + " R1")
                .anyMatch(line -> line.startsWith("- location description for the immediate subsequent recipient"));
    }

    @Test
    void whereAWarningIsEnoughItIsWrittenWithOne() throws IOException {
        Outcome.Written written = (Outcome.Written)
                write("warning", Told.shipped("a").withoutAmount().to(null));

        assertThat(written.problems())
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .startsWith("It lacks: quantity and unit of measure");
    }

    @Test
    void aNoticeOfMedicinesWithoutItsTransactionStatementWaits() throws IOException {
        Outcome.Refused refused = (Outcome.Refused) write("medicines", Told.shipped("a"));

        assertThat(refused.cause().code()).isEqualTo(CauseCode.KEY_DATA_MISSING);
        assertThat(refused.cause().sentence())
                .contains(
                        "- transaction statement (21 U.S.C. 360eee(27)): a statement that is confirmed, in 1 line, of lot R1");
    }

    private Outcome write(String subscription, Told... told) throws IOException {
        Profile market = rules.profiles().byName("market").orElseThrow();
        Profile us = rules.profiles().self().orElseThrow();
        EventSource events = EventSource.of(Stream.of(told).map(Told::event).toList());
        return ledger.<Outcome, IOException>inTransaction(
                tx -> new SubscriberDocuments(tx, Archive.in(folder.resolve("archive")), rules, us)
                        .write(
                                events,
                                market,
                                market.subscription(subscription).orElseThrow(),
                                new SubscriberDocuments.Wanted(EventChoice.all(told.length), "856", "ASN-1", "1")));
    }
}
