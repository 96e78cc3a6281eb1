package io.lotwire;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.lotwire.cli.LibraryLog;
import io.quarkus.runtime.Quarkus;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrows between packages run one way, and each library has its place. */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java/io/lotwire");
    private static final Pattern SENTENCE =
            Pattern.compile("/\\*\\*[\\s*]+\\p{Lu}.*[.]\\s*\\*/\\s*package .*", Pattern.DOTALL);
    private static final Pattern CELLS = Pattern.compile("(\\w+) *\\|([^|]*)\\|([^|]*)");
    private static final JavaClasses LOTWIRE = new ClassFileImporter().importPath(Path.of("target/classes"));

    private static final List<String> JDK = List.of(
            "java..",
            "javax.crypto..",
            "javax.net..",
            "javax.security..",
            "javax.sql..",
            "com.sun.management..",
            "com.sun.net.httpserver..");
    private static final String[] FRAMEWORK = {
        "io.quarkus..", "org.apache.camel..", "jakarta.enterprise..", "jakarta.inject..", "io.vertx.."
    };

    /** What each package may use beside itself and the JDK: packages of ours, then libraries. */
    private static final Map<String, Uses> ARROWS = arrows("""
            digest   |                                                                 |
            problem  |                                                                 |
            csv      | problem                                                         |
            setting  | problem                                                         |
            unit     |                                                                 |
            lot      | problem digest unit                                             |
            edi      | lot problem                                                     |
            yaml     | problem                                                         | org.yaml.snakeyaml.. com.fasterxml.jackson..
            mapping  | yaml edi lot problem digest unit                                |
            writing  | yaml edi lot problem digest unit                                |
            smooks   | mapping edi lot problem digest unit                             | org.smooks.. org.apache.daffodil.japi.. org.xml.sax.. org.w3c.dom.. javax.xml..
            capture  | mapping lot problem digest unit                                 | com.fasterxml.jackson..
            partner  | as2 capture mapping writing yaml edi lot problem digest unit            | com.networknt.schema.. com.fasterxml.jackson..
            wire     | as2 capture digest embedded ledger lot mailbox partner problem setting yaml \
                     | io.quarkus.. org.apache.camel.. jakarta.enterprise.. jakarta.inject.. jakarta.annotation.. \
                       org.eclipse.microprofile.. io.micrometer.. io.smallrye.common.. io.vertx.. org.jboss.logging.. \
                       org.apache.activemq.artemis.. jakarta.jms.. \
                       com.jcraft.jsch.. org.apache.sshd.. com.cronutils.. jakarta.mail.. jakarta.activation.. org.eclipse.angus.mail..
            document | partner writing csv edi lot problem digest unit                 | com.fasterxml.jackson.. io.quarkus.qute..
            as2      |                                                                 | org.bouncycastle.. com.amazon.corretto.. org.apache.hc..
            ledger   | lot problem digest                                              | org.jdbi.. org.flywaydb.. com.fasterxml.jackson..
            registry | ledger csv lot problem unit                                     | org.jdbi.. com.fasterxml.jackson..
            question | ledger lot problem registry                                      | com.fasterxml.jackson..
            compliance | csv digest document ledger lot partner problem registry seal unit yaml | org.jdbi.. org.apache.commons.compress.. com.fasterxml.jackson..
            seal     | digest                                                          | com.fasterxml.jackson..
            recall   | as2 csv digest edi ledger lot partner registry seal unit         | org.jdbi.. com.fasterxml.jackson.. org.apache.pdfbox..
            alert    | digest ledger lot partner problem registry                       | org.jdbi.. com.fasterxml.jackson..
            access   | digest ledger lot                                                | org.jdbi.. com.fasterxml.jackson.. org.bouncycastle.crypto..
            inspect  | desk digest edi ledger lot mapping partner problem unit              |
            parked   | access ledger lot                                                | org.jdbi.. com.fasterxml.jackson..
            retention | ledger partner                                                  | org.jdbi.. com.fasterxml.jackson..
            traffic  | access ledger lot registry                                       | org.jdbi..
            web      | access csv desk digest edi gateway inspect ledger lot mapping parked partner problem question registry setting spec traffic wire \
                     | io.quarkus.. jakarta.ws.rs.. jakarta.enterprise.. jakarta.inject.. jakarta.annotation.. org.eclipse.microprofile.. \
                       org.jboss.resteasy.reactive.. org.jboss.logging.. io.vertx.. io.smallrye.mutiny..
            embedded |                                                                 | io.zonky.. org.postgresql.. org.apache.activemq.artemis..
            mailbox  |                                                                 | org.apache.sshd..
            gateway  | access alert as2 compliance desk document embedded ledger lot mailbox mapping partner problem question recall registry retention setting smooks wire writing edi yaml digest \
                     | io.quarkus.. org.apache.camel.. jakarta.enterprise.. jakarta.inject.. jakarta.annotation.. \
                       org.eclipse.microprofile.. io.micrometer.. io.netty.. io.smallrye.common.. io.vertx.. org.jboss.logging.. \
                       org.apache.activemq.artemis.. org.messaginghub.pooled.. jakarta.jms.. com.jcraft.jsch.. org.smooks.. org.xml.sax.. com.fasterxml.jackson.databind.node..
            demo     | gateway as2 document embedded ledger lot registry setting digest \
                     | io.quarkus.runtime org.apache.sshd.. org.apache.activemq.artemis.. jakarta.jms..
            desk     | capture digest document lot mapping partner problem smooks edi yaml            |
            sample   | desk document lot mapping partner problem smooks edi yaml    | com.github.difflib.. com.fasterxml.jackson..
            replay   | desk document ledger lot partner problem                     | com.fasterxml.jackson..
            infer    | desk document lot mapping partner problem edi yaml unit               |
            spec     | lot mapping partner problem writing edi yaml                    |
            cli      | access alert compliance demo desk digest gateway document embedded infer ledger lot mapping parked partner problem question recall registry replay retention sample \
                       setting smooks spec wire writing edi yaml \
                     | picocli.. com.fasterxml.jackson..
            """);

    /** The rooms of a part that others may enter beside its own package. All its other rooms are for the part alone. */
    private static final Map<String, List<String>> OFFERED = offered("""
            edi      | acknowledgement envelope fault grammar read segment tree write
            desk     | answer offline
            gateway  | rule
            web      |
            partner  | certificate check read table
            compliance | request sheet
            recall   | record
            wire     | api as2 jms mailbox sftp
            as2      | agreement bytes http keys mdn protection refusal tls
            """);

    static Set<String> packages() {
        return new TreeSet<>(ARROWS.keySet());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyWhatStandsBelowIt(String name) {
        classes()
                .that()
                .resideInAPackage("io.lotwire." + name + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ARROWS.get(name).patterns(name))
                .check(LOTWIRE);
    }

    static Set<String> partsWithRooms() {
        return new TreeSet<>(OFFERED.keySet());
    }

    @ParameterizedTest
    @MethodSource("partsWithRooms")
    void othersEnterOnlyTheRoomsThatAPartOffers(String part) {
        String home = "io.lotwire." + part;
        String[] open = Stream.concat(
                        Stream.of(home), OFFERED.get(part).stream().map(room -> home + "." + room + ".."))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackage(home + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(home + "..").and(not(resideInAnyPackage(open))))
                .check(LOTWIRE);
    }

    @Test
    void everyPackageHasItsPlaceAmongTheArrows() {
        Set<String> existing = LOTWIRE.stream()
                .map(JavaClass::getPackageName)
                .map(ArchitectureTest::packageBelowRoot)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(packages()).isEqualTo(existing);
    }

    @Test
    void noTwoPackagesUseEachOther() {
        slices().matching("io.lotwire.(**)").should().beFreeOfCycles().check(LOTWIRE);
    }

    /** But for the one call by which the demo ends the process, and for Qute, which needs nothing of either. */
    @Test
    void quarkusAndCamelStayInTheGatewayItsWiresAndItsPages() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.lotwire.gateway..", "io.lotwire.wire..", "io.lotwire.web..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(FRAMEWORK)
                        .and(not(equivalentTo(Quarkus.class)))
                        .and(not(resideInAnyPackage("io.quarkus.qute.."))))
                .check(LOTWIRE);
    }

    @Test
    void pagesAskTheDatabaseNothingThemselves() {
        noClasses()
                .that()
                .resideInAPackage("io.lotwire.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "java.sql..")
                .check(LOTWIRE);
    }

    @Test
    void everyPageSaysWhoMaySeeIt() {
        methods()
                .that()
                .areAnnotatedWith(GET.class)
                .or()
                .areAnnotatedWith(POST.class)
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class)
                .check(LOTWIRE);
    }

    @Test
    void theNounsOfLotsDoNotKnowTheirJson() {
        noClasses()
                .that()
                .resideInAPackage("io.lotwire.lot")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.lotwire.lot.json..")
                .check(LOTWIRE);
    }

    @Test
    void onlyTheCommandLinePrintsAndNobodyLogsByJavaUtilLogging() {
        // Which says what libraries do not log.
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(LOTWIRE.that(not(equivalentTo(LibraryLog.class))));
        noClasses()
                .that()
                .resideOutsideOfPackage("io.lotwire.cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(LOTWIRE);
    }

    @Test
    void aClassIsNamedAfterWhatItIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Processor")
                .check(LOTWIRE);
    }

    @Test
    void everyPackageSaysInASentenceWhatItIsFor() throws IOException {
        List<String> silent = new ArrayList<>();
        for (Path folder : foldersWithClasses()) {
            Path file = folder.resolve("package-info.java");
            String text = Files.exists(file) ? Files.readString(file) : "";
            if (!SENTENCE.matcher(text).matches()) {
                silent.add(SOURCES.relativize(folder) + ": package-info.java needs a Javadoc sentence");
            }
        }

        assertThat(silent).isEmpty();
    }

    /** {@code gateway} of {@code io.lotwire.gateway.as2}. */
    private static String packageBelowRoot(String name) {
        String below = name.substring("io.lotwire.".length());
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    private static List<Path> foldersWithClasses() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, Uses> arrows(String table) {
        return table.lines()
                .map(line -> CELLS.matcher(line))
                .filter(Matcher::matches)
                .collect(Collectors.toMap(
                        line -> line.group(1), line -> new Uses(words(line.group(2)), words(line.group(3)))));
    }

    private static Map<String, List<String>> offered(String table) {
        return table.lines()
                .map(line -> line.split("\\|", -1))
                .collect(Collectors.toMap(cells -> cells[0].strip(), cells -> words(cells[1])));
    }

    private static List<String> words(String cell) {
        return Pattern.compile("\\s+")
                .splitAsStream(cell)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private record Uses(List<String> packages, List<String> libraries) {
        String[] patterns(String self) {
            List<String> patterns = new ArrayList<>(JDK);
            patterns.addAll(libraries);
            Stream.concat(Stream.of(self), packages.stream())
                    .map(name -> "io.lotwire." + name + "..")
                    .forEach(patterns::add);
            return patterns.toArray(String[]::new);
        }
    }
}
