package io.lotwire.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.problem.Problem;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlFieldsTest {
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void readsTextsFlagsNumbersChoicesListsAndMaps() {
        YamlFields fields = fields("""
                name: farm
                self: true
                port: ${PORT:22}
                mdn: signed
                files: [a, b]
                wires: { queue: q }
                receives:
                  - document: "856"
                  - document: "945"
                """);
        assertThat(fields.text("name")).isEqualTo("farm");
        assertThat(fields.flag("self", false)).isTrue();
        assertThat(fields.number("port", 1, 1, 65535)).isEqualTo(22);
        assertThat(fields.choice("mdn", Choices.of("signed", 1).or("none", 2))).contains(1);
        assertThat(fields.texts("files")).containsExactly("a", "b");
        assertThat(fields.map("wires").orElseThrow().text("queue")).isEqualTo("q");
        assertThat(fields.maps("receives").stream().map(each -> each.text("document")))
                .containsExactly("856", "945");
        fields.end();
        assertThat(problems).isEmpty();
    }

    @Test
    void absentKeysAreAnsweredByTheirDefault() {
        YamlFields fields = fields("a: b\n");
        assertThat(fields.text("title", "none")).isEqualTo("none");
        assertThat(fields.flag("self", true)).isTrue();
        assertThat(fields.number("port", 22, 1, 65535)).isEqualTo(22);
        assertThat(fields.optionalText("gln")).isEmpty();
        assertThat(fields.texts("files")).isEmpty();
        assertThat(fields.maps("receives")).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void everyWrongKeyAndValueIsReportedAtItsLine() {
        YamlFields fields = fields("""
                nmae: farm
                version: 004010
                self: "yes"
                port: 70000
                mdn: singed
                files: a
                wires: []
                title:
                """);
        fields.text("name");
        fields.text("version");
        fields.flag("self", false);
        fields.number("port", 1, 1, 65535);
        fields.choice("mdn", Choices.of("signed", 1));
        fields.texts("files");
        fields.map("wires");
        fields.text("title", "");
        fields.end();
        assertThat(problems.stream().map(Problem::toString))
                .containsExactly(
                        "a.yaml:1: error KEY_MISSING: The key 'name' is missing: add it.",
                        "a.yaml:2: error VALUE_KIND_WRONG: 'version' is a number to YAML, but a text is wanted: put it in"
                                + " quotes, \"004010\".",
                        "a.yaml:3: error VALUE_KIND_WRONG: 'self' is a text, but true or false, without quotes, is"
                                + " wanted.",
                        "a.yaml:4: error VALUE_NOT_ALLOWED: 'port' is 70000, but must be a whole number from 1 to"
                                + " 65535.",
                        "a.yaml:5: error VALUE_NOT_ALLOWED: 'mdn' is 'singed', but must be one of signed. Did you mean"
                                + " 'signed'?",
                        "a.yaml:6: error VALUE_KIND_WRONG: 'files' is a text, but a list is wanted.",
                        "a.yaml:7: error VALUE_KIND_WRONG: 'wires' is a list, but a map of keys with values is wanted.",
                        "a.yaml:8: error VALUE_KIND_WRONG: 'title' has no value, but a text is wanted.",
                        "a.yaml:1: error KEY_UNKNOWN: The key 'nmae' means nothing here. Did you mean 'name'?");
    }

    @Test
    void aKeyFarFromAllOthersIsAnsweredWithTheKnownOnes() {
        YamlFields fields = fields("gln: a\ncolour: b\n");
        fields.text("gln");
        fields.text("duns", "");
        fields.end();
        assertThat(problems.stream().map(Problem::message))
                .containsExactly("The key 'colour' means nothing here. Known keys: gln, duns.");
    }

    @Test
    void whatMayBeChosenIsListedInTheOrderInWhichItIsOffered() {
        Choices<Integer> choices =
                Choices.of("zulu", 1).or("yankee", 2).or("alpha", 3).or("mike", 4);
        fields("one: x\n").choice("one", choices);
        fields("all: [x]\n").choices("all", choices);
        fields("all: [mie]\n").choices("all", Choices.ofWords("mite", "mice"));
        fields("day: any\n").optionalChoice("day", Choices.of(DayOfWeek.values()));
        assertThat(problems.stream().map(Problem::message))
                .containsExactly(
                        "'one' is 'x', but must be one of zulu, yankee, alpha, mike.",
                        "'all' is 'x', but must be one of zulu, yankee, alpha, mike.",
                        "'all' is 'mie', but must be one of mite, mice. Did you mean 'mite'?",
                        "'day' is 'any', but must be one of monday, tuesday, wednesday, thursday, friday, saturday,"
                                + " sunday.");
    }

    @Test
    void aRootThatIsNoMapIsAProblem() {
        assertThat(YamlFields.of(parse("- a\n"), problems::add)).isEmpty();
        assertThat(problems.stream().map(Problem::message))
                .containsExactly("This is a list, but keys with values are wanted here.");
    }

    private YamlFields fields(String text) {
        return YamlFields.of(parse(text), problems::add).orElseThrow();
    }

    private YamlNode parse(String text) {
        return YamlFile.parse(text, "a.yaml", Map.<String, String>of()::get, problems::add)
                .orElseThrow();
    }
}
