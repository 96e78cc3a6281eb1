package io.lotwire.partner.check;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.partner.DemoKeys;
import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.certificate.CertificateFacts;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCheckTest {
    private static final Instant NOW = Instant.parse("2026-03-06T08:00:00Z");
    private static final Instant LAST_YEAR = NOW.minus(Duration.ofDays(365));
    private static final Instant NEXT_YEAR = NOW.plus(Duration.ofDays(365));

    @TempDir
    Path folder;

    private Path mappings;
    private DemoKeys keys;

    @BeforeEach
    void writeKeysAndMappings() throws Exception {
        keys = new DemoKeys(folder);
        keys.writeAll(LAST_YEAR, NEXT_YEAR);
        mappings = Files.createDirectories(folder.resolve("mappings"));
        Files.createDirectories(mappings.resolve("x12"));
        Files.writeString(mappings.resolve("x12/856.yaml"), "");
        Files.writeString(mappings.resolve("x12/945.yaml"), "");
        Files.createDirectories(mappings.resolve("out/x12"));
        Files.copy(Path.of("mappings/out/x12/856.yaml"), mappings.resolve("out/x12/856.yaml"));
        Files.createDirectories(mappings.resolve("edifact"));
        Files.writeString(mappings.resolve("edifact/recadv.yaml"), "");
    }

    @Test
    void theShippedProfilesAreGoodByReaderAndSchemaOnceTheirKeysAreThere() {
        ProfileCheck.Report report = check(Path.of("partners")).all();
        assertThat(report.problems()).isEmpty();
        assertThat(report.profiles()).hasSize(5);
        assertThat(report.certificates())
                .extracting(CertificateFacts::profile)
                .containsExactly("fairway-markets", "green-valley-farm", "northgate-distribution");
        CertificateFacts facts = report.certificates().get(0);
        assertThat(facts.subject()).isEqualTo("CN=fairway-markets");
        assertThat(facts.daysLeft()).isEqualTo(365);
        assertThat(facts.sha256()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
    }

    @Test
    void certificatesThatEndSoonAreWarnedOfMoreAndMoreUrgently() throws Exception {
        assertThat(warningWhenLeft(Duration.ofDays(60))).isEmpty();
        assertThat(warningWhenLeft(Duration.ofDays(60).minusHours(1)))
                .singleElement()
                .asString()
                .contains("59 full days", "plan its exchange with the partner");
        assertThat(warningWhenLeft(Duration.ofDays(30).minusHours(1)))
                .singleElement()
                .asString()
                .endsWith("exchange it now.");
        assertThat(warningWhenLeft(Duration.ofDays(7).minusHours(1)))
                .singleElement()
                .asString()
                .contains("this week");
        assertThat(warningWhenLeft(Duration.ofHours(1)))
                .singleElement()
                .asString()
                .contains("today");
    }

    private List<String> warningWhenLeft(Duration left) throws Exception {
        keys.writeCertificate("fairway-markets", LAST_YEAR, NOW.plus(left));
        List<Problem> problems = check(Path.of("partners")).all().problems();
        assertThat(problems).noneMatch(Problem::isError);
        return problems.stream()
                .filter(problem -> problem.code() == PartnerFault.CERTIFICATE_EXPIRES_SOON)
                .map(Problem::message)
                .toList();
    }

    @Test
    void everythingThatIsMissingOrOutOfDateIsReportedAtOnce() throws Exception {
        keys.writeCertificate("fairway-markets", LAST_YEAR, NOW.minusSeconds(1));
        Files.writeString(folder.resolve("keys/green-valley-farm.crt"), "no certificate");
        Files.writeString(folder.resolve("keys/northgate-distribution.password"), "wrong");
        Files.delete(folder.resolve("keys/harbor-3pl.known_hosts"));
        Files.delete(mappings.resolve("x12/945.yaml"));
        assertThat(codes(check(Path.of("partners")).all()))
                .containsExactly(
                        "partners/fairway-markets.yaml:18 CERTIFICATE_EXPIRED",
                        "partners/green-valley-farm.yaml:17 CERTIFICATE_UNREADABLE",
                        "partners/harbor-3pl.yaml:16 REFERENCE_DANGLING",
                        "partners/harbor-3pl.yaml:33 REFERENCE_DANGLING",
                        "partners/northgate-distribution.yaml:22 CERTIFICATE_UNREADABLE");
    }

    @Test
    void aCertificateOfTheFutureIsAnError() throws Exception {
        keys.writeCertificate("fairway-markets", NOW.plusSeconds(60), NEXT_YEAR);
        assertThat(codes(check(Path.of("partners")).all()))
                .containsExactly("partners/fairway-markets.yaml:18 CERTIFICATE_NOT_YET_VALID");
    }

    @Test
    void oneProfileIsCheckedBesideTheOthers() throws Exception {
        keys.writeCertificate("fairway-markets", LAST_YEAR, NOW.minusSeconds(1));
        ProfileCheck check = check(Path.of("partners"));
        assertThat(codes(check.one("fairway-markets"))).hasSize(1);
        assertThat(codes(check.one("green-valley-farm"))).isEmpty();
        assertThat(codes(check.one("nobody"))).containsExactly("partners/nobody.yaml PROFILE_UNKNOWN");
    }

    @Test
    void exactlyOneProfileIsTheOwner() throws IOException {
        Path partners = partners("name: a\ntitle: A\nidentity: {}\n");
        assertThat(codes(check(partners).all())).containsExactly(partners + " SELF_NOT_ONE");
    }

    @Test
    void whatASubscriptionChoosesMustBeOfferedByItsOutMapping() throws IOException {
        Path partners = partners("""
                name: a
                title: A
                identity: { x12: { qualifier: ZZ, id: A } }
                wires: { jms: { send: { queue: a } } }
                subscriptions:
                  - name: notices
                    over: jms
                    send: { format: x12-856, hl: S-I-O, lots: [W12-09], version: "003040", tooLong: { lot: reference } }
                  - name: advice
                    over: jms
                    send: { format: x12-945, mapping: out/acme/945 }
                  - name: own
                    over: jms
                    send: { format: template, template: own.csv }
                """);

        assertThat(check(partners).one("a").problems())
                .extracting(problem -> problem.place().file() + " " + problem.message())
                .containsExactly(
                        "checked/a.yaml:6 'lots' is 'W12-09', but out/x12/856 offers LIN/LT, REF[LT]-02, REF[BT]-02,"
                                + " REF[PC]-02, MAN[AI]-02.",
                        "checked/a.yaml:6 'hl' is 'S-I-O', but out/x12/856 offers S-O-T-I, S-T-O-I, S-O-I, S-O-P-I,"
                                + " S-O-T-P-I, S-O-I-P, S-O-T-I-P, S-T-O-P-I, S-O-ZZ, S-O-T-ZZ, S-O-T-P-ZZ.",
                        "checked/a.yaml:6 'version' is '003040', but out/x12/856 offers 004010, 005010.",
                        "checked/a.yaml:9 There is no working out-mapping 'out/acme/945' ("
                                + mappings.resolve("out/acme/945.yaml") + "): write or mend it, or name another.",
                        "checked/a.yaml:12 There is no template " + mappings.resolve("templates/own.csv")
                                + ": write it, or name another.");
    }

    @Test
    void aQualifierThatTheStandardDoesNotHaveIsNoChoice() throws IOException {
        Path partners = partners("""
                name: a
                title: A
                identity: { x12: { qualifier: ZZ, id: A } }
                wires: { jms: { send: { queue: a } } }
                subscriptions:
                  - name: notices
                    over: jms
                    send:
                      format: x12-856
                      item: { gtin: QQ, vendor: VN }
                      dates: { expires: QQ, packed: "510" }
                """);

        assertThat(check(partners).one("a").problems())
                .extracting(Problem::message)
                .containsExactly(
                        "'item' has 'QQ' for gtin, but 004010 has no such qualifier.",
                        "'dates' has 'QQ' for expires, but 004010 has no such qualifier.");
    }

    @Test
    void anOverrideThatDoesNotWorkKeepsItsProfileOutOfForce() throws IOException {
        Files.copy(Path.of("mappings/x12/856.yaml"), mappings.resolve("x12/856.yaml"), REPLACE_EXISTING);
        Path partners = partners("""
                name: a
                title: A
                identity: { x12: { qualifier: ZZ, id: A } }
                receives:
                  - document: "856"
                    mapping: x12/856
                    override:
                      dates: { expire: ["DTM[036]-02"] }
                      lots: { frist: [{ code: "MAN[ZZ]-02" }], also: [{ code: PID/TP }] }
                """);

        assertThat(check(partners).one("a").problems())
                .extracting(problem -> problem.place().file() + " " + problem.message())
                .containsExactly(
                        "checked/a.yaml:8 The key 'expire' means nothing here. Did you mean 'expires'?",
                        "checked/a.yaml:9 The key 'frist' means nothing here. Did you mean 'first'?",
                        "checked/a.yaml:9 'code' is no place: 'PID/TP' is no path: PID has no qualifier and value pairs;"
                                + " name an element, as in REF[BM]-02");
        assertThat(check(partners).fitness().profiles().good()).isEmpty();
    }

    @Test
    void whereThereAreNoBasesNoneIsProposed() throws IOException {
        Path partners = partners("name: a\ntitle: A\nextends: warehouses\nidentity: {}\n");

        assertThat(check(partners).one("a").problems())
                .extracting(Problem::message)
                .containsExactly(
                        "There is no base profile 'warehouses' in checked/base: write it, or take 'extends' out.");
    }

    @Test
    void aMappingMustReadTheDocumentThatItIsNamedFor() throws IOException {
        Files.copy(Path.of("mappings/x12/945.yaml"), mappings.resolve("x12/945.yaml"), REPLACE_EXISTING);
        Path partners = partners("""
                name: a
                title: A
                identity: { x12: { qualifier: ZZ, id: A } }
                receives:
                  - document: "856"
                    mapping: x12/945
                """);

        assertThat(check(partners).one("a").problems())
                .extracting(problem -> problem.place().file() + " " + problem.message())
                .containsExactly("checked/a.yaml:6 The mapping 'x12/945' reads 945, not 856: name one that reads 856.");
    }

    @Test
    void howTheyAreToldOfRecallsIsCheckedWithAllThatItNames() throws IOException {
        Path partners = partners("""
                name: a
                title: A
                identity: {}
                wires: { folder: { dropOff: { directory: %s } } }
                recall: { as: "864", over: as2, test: true, remindAfter: 5s, template: recall.txt }
                """.formatted(folder));
        Files.writeString(partners.resolve("b.yaml"), """
                name: b
                title: B
                identity: { x12: { qualifier: ZZ, id: B } }
                wires: { folder: { dropOff: { directory: %s } } }
                recall: { as: "864", over: folder, test: true }
                """.formatted(folder));
        Files.writeString(partners.resolve("c.yaml"), """
                name: c
                title: C
                identity: {}
                wires: { folder: { dropOff: { directory: %s } } }
                recall: { as: template, template: no-such.txt, over: folder }
                """.formatted(folder));

        assertThat(check(partners).one("a").problems())
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "The profile has no wire 'as2': describe it under 'wires', or name another.",
                        "'template' belongs to the format template only: take it out.",
                        "'remindAfter' must be at least 1m: nobody reads and answers sooner.",
                        "An 864 needs the partner's X12 address: add 'x12' under 'identity'.");
        assertThat(check(partners).one("b").problems())
                .extracting(Problem::message)
                .containsExactly("A test goes to the address that they have in tests, and they answer it by a test: add"
                        + " 'test' under 'identity', '{}' where the addresses are those of production.");
        assertThat(check(partners).one("c").problems())
                .extracting(Problem::message)
                .containsExactly("There is no template " + mappings.resolve("templates/no-such.txt")
                        + ": write it, or name another.");
    }

    @Test
    void theSchemaSpeaksWhereTheReaderIsSilent() throws IOException {
        Path partners = partners("name: Us\ntitle: Us\nself: true\nidentity: {}\n");
        Files.move(partners.resolve("a.yaml"), partners.resolve("Us.yaml"));
        List<Problem> problems = check(partners).all().problems();
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.place().file()).isEqualTo("checked/Us.yaml:1");
            assertThat(problem.message()).startsWith("Against partner.schema.json: /name does not match");
        });
    }

    @Test
    void readerAndSchemaDoNotSayTheSameTwice() throws IOException {
        Path partners = partners("name: a\ntitel: A\nself: true\nidentity: { gln: 12 }\n");
        assertThat(codes(check(partners).all()))
                .containsExactly(
                        "checked/a.yaml:1 KEY_MISSING",
                        "checked/a.yaml:2 KEY_UNKNOWN",
                        "checked/a.yaml:4 VALUE_KIND_WRONG");
    }

    private Path partners(String profile) throws IOException {
        Path partners = Files.createDirectories(folder.resolve("checked"));
        Files.copy(Path.of("partners/partner.schema.json"), partners.resolve("partner.schema.json"));
        Files.writeString(partners.resolve("a.yaml"), profile);
        return partners;
    }

    private ProfileCheck check(Path partners) {
        UnaryOperator<String> variables = Map.of("LOTWIRE_DATA", folder.toString())::get;
        return new ProfileCheck(partners, mappings, variables, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static List<String> codes(ProfileCheck.Report report) {
        return report.problems().stream()
                .map(problem -> problem.place().file() + " " + problem.code().name())
                .toList();
    }
}
