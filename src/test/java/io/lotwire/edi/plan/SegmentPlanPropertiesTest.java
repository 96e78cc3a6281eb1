package io.lotwire.edi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.check.ElementChecks;
import io.lotwire.edi.check.Findings;
import io.lotwire.edi.check.FormNotes;
import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.grammar.ElementRule;
import io.lotwire.edi.grammar.ElementUse;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.grammar.LoopRule;
import io.lotwire.edi.grammar.Part;
import io.lotwire.edi.grammar.SegmentRule;
import io.lotwire.edi.segment.ByteSource;
import io.lotwire.edi.segment.Limits;
import io.lotwire.edi.segment.Tokenizer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SegmentPlanPropertiesTest {
    private static final String HEADER = "ISA*00*          *00*          *ZZ*FARM           *ZZ*STORE          "
            + "*260304*1430*^*00501*000000101*0*P*>~";
    private static final List<SegmentRule> RULES = Stream.of("004010", "005010", "006020")
            .flatMap(version -> Stream.of("856", "945", "944", "846", "850")
                    .map(set -> Grammar.standard().set(set, version).orElseThrow()))
            .flatMap(set -> rules(set.root()))
            .distinct()
            .toList();

    @Property(tries = 2000)
    void aSegmentThatIsSurelyGoodHasNoFault(@ForAll("segments") Sent sent) throws IOException {
        Tokenizer token = tokenizer(sent.text());
        SegmentPlan plan = new SegmentPlan(sent.rule());
        Findings findings = findings();
        new ElementChecks("005010", findings).check(token.copy(2, 1), sent.rule());

        if (plan.isSurelyGood(token)) {
            assertThat(findings.inOrder()).isEmpty();
        }
    }

    @Property(tries = 500)
    void aSegmentOfPlainGoodValuesIsSurelyGood(@ForAll("goodSegments") Sent sent) throws IOException {
        Tokenizer token = tokenizer(sent.text());
        Findings findings = findings();
        new ElementChecks("005010", findings).check(token.copy(2, 1), sent.rule());

        assertThat(new SegmentPlan(sent.rule()).isSurelyGood(token))
                .isEqualTo(findings.inOrder().isEmpty());
    }

    record Sent(SegmentRule rule, String text) {}

    @Provide
    Arbitrary<Sent> segments() {
        return Arbitraries.of(RULES).flatMap(rule -> Combinators.combine(rule.elements().stream()
                        .map(SegmentPlanPropertiesTest::anyValue)
                        .toList())
                .as(values -> new Sent(rule, rule.id() + "*" + String.join("*", values))));
    }

    @Provide
    Arbitrary<Sent> goodSegments() {
        return Arbitraries.of(RULES).flatMap(rule -> Combinators.combine(rule.elements().stream()
                        .map(SegmentPlanPropertiesTest::goodValue)
                        .toList())
                .as(values -> new Sent(rule, rule.id() + "*" + String.join("*", values))));
    }

    private static Arbitrary<String> anyValue(ElementUse use) {
        Arbitrary<String> odd = Arbitraries.of(
                "20260230",
                "20260228",
                "20241301",
                "2460",
                "1430",
                "143059",
                "-5",
                "1.5",
                ".5",
                "1.2.3",
                "12E3",
                "A>B",
                "A^B",
                "\u0007",
                "é",
                "00006141411234567890",
                "10614141000019",
                "10614141000018",
                "0614141000036",
                "UK",
                "UL",
                "GM",
                "UP",
                "036000291452");
        Arbitrary<String> text = Arbitraries.strings()
                .withCharRange(' ', '~')
                .excludeChars('*', '~')
                .ofMaxLength(40);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.just("")),
                net.jqwik.api.Tuple.of(6, goodValue(use)),
                net.jqwik.api.Tuple.of(1, odd),
                net.jqwik.api.Tuple.of(1, text));
    }

    private static Arbitrary<String> goodValue(ElementUse use) {
        ElementRule rule =
                use.rule().isComposite() ? use.rule().components().get(0).rule() : use.rule();
        int least = rule.length().least();
        int most = Math.min(rule.length().most(), least + 6);
        if (!rule.codes().isEmpty()) {
            return Arbitraries.of(rule.codes().stream().sorted().collect(Collectors.toList()));
        }
        return switch (rule.type()) {
            case AN, ID, B ->
                Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(least).ofMaxLength(most);
            case N, R, ND -> Arbitraries.strings().numeric().ofMinLength(least).ofMaxLength(most);
            case DT -> Arbitraries.of("20260304", "20271231");
            case TM -> Arbitraries.of("1430", "0000", "235959");
        };
    }

    private static Stream<SegmentRule> rules(LoopRule loop) {
        List<SegmentRule> rules = new ArrayList<>();
        for (Part part : loop.parts()) {
            rules.add(part.rule());
            if (part instanceof LoopRule inner) {
                rules(inner).forEach(rules::add);
            }
        }
        return rules.stream();
    }

    private static Tokenizer tokenizer(String segment) throws IOException {
        byte[] bytes = (HEADER + segment + "~").getBytes(StandardCharsets.UTF_8);
        Tokenizer tokenizer = new Tokenizer(ByteSource.of(ByteBuffer.wrap(bytes)), Limits.USUAL);
        tokenizer.openInterchange();
        assertThat(tokenizer.next()).isEqualTo(Tokenizer.Token.SEGMENT);
        return tokenizer;
    }

    private static Findings findings() throws IOException {
        Tokenizer isa =
                new Tokenizer(ByteSource.of(ByteBuffer.wrap(HEADER.getBytes(StandardCharsets.UTF_8))), Limits.USUAL);
        isa.openInterchange();
        return new Findings(
                "in.edi", InterchangeHeader.of(isa.copy(1, 1)), GroupHeader.MISSING, "0001", 100, new FormNotes());
    }
}
