package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A person looks at the gateway in a browser. */
class PagesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String COUNT = "SE\\*[0-9]+";
    private static final String PASSWORD = "seven green lorries at dawn";

    @TempDir
    private static Path folder;

    private static GatewayUnderTest gateway;
    private static Browser browser;
    private static FolderFarm farm;
    private static LedgerView ledger;

    @BeforeAll
    static void startWithFilesOfAFarm() throws Exception {
        assumeTrue(Browser.isThere(), Browser.MISSING);
        farm = FolderFarm.in(folder, "hill-farm", "HILLSIDE001");
        Path partners = Files.createDirectories(folder.resolve("partners"));
        Files.writeString(partners.resolve("northgate.yaml"), """
                name: northgate
                title: Northgate
                self: true
                identity:
                  gln: "9506000110004"
                  x12: { qualifier: ZZ, id: NORTHGATE }
                """);
        Files.writeString(partners.resolve("hill-farm.yaml"), farm.profile(""));
        FolderFarm doubtful = FolderFarm.in(folder, "dale-farm", "DALEFARM001");
        Files.writeString(partners.resolve("dale-farm.yaml"), doubtful.profile("checks: { LOT_UNKNOWN: park }\n"));
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        gateway = GatewayUnderTest.start(
                folder.resolve("pages"),
                Map.of(
                        "LOTWIRE_PARTNERS", partners.toString(),
                        "LOTWIRE_ADMIN_PASSWORD_FILE", password.toString()));
        ledger = new LedgerView(gateway.database());
        farm.put("good.edi", farm.notice(1));
        farm.put("miscounted.edi", miscounted(farm.notice(2)));
        doubtful.put("doubtful.edi", doubtful.notice(3));
        for (String name : List.of("good.edi", "miscounted.edi", "doubtful.edi")) {
            await(name)
                    .atMost(PATIENCE)
                    .until(() -> ledger.count("select count(*) from inbox where file_name = '" + name
                                    + "' and state not in ('RECEIVED', 'READ')")
                            == 1);
        }
        browser = Browser.open(gateway.path("/"), folder.resolve("chromium"), true);
        browser.signIn("admin", PASSWORD);
    }

    private static byte[] miscounted(byte[] notice) {
        return text(notice).replaceFirst(COUNT, "SE*99").getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] notice) {
        return new String(notice, StandardCharsets.US_ASCII);
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(browser, gateway);
    }

    @Test
    void eachPageIsReadableWideAndNarrowLightAndDark() throws Exception {
        long file = ledger.count("select id from inbox where file_name = 'good.edi'");
        for (Map.Entry<String, String> page : Map.of(
                        "today", "/",
                        "files", "/files",
                        "file", "/files/" + file,
                        "deliveries", "/deliveries",
                        "parked", "/parked",
                        "partners", "/partners",
                        "partner", "/partners/hill-farm",
                        "help", "/help",
                        "access", "/access",
                        "search", "/search?q=nothing-is-called-so")
                .entrySet()) {
            browser.visit(page.getValue());
            browser.look(page.getKey());
        }
    }

    @Test
    void whoHasALotIsFoundInTwoClicks() throws Exception {
        String lot = ledger.ask(handle -> handle.createQuery("select code from lot order by id limit 1")
                .mapTo(String.class)
                .one());
        browser.visit("/");
        browser.clicks();

        browser.type("q", lot);
        browser.press("Search");

        assertThat(browser.clicks()).isLessThanOrEqualTo(2);
        assertThat(browser.path()).isEqualTo("/lots/" + lot);
        assertThat(browser.text()).contains("Who has it");
        browser.look("lot");
    }

    @Test
    void aRefusedFileIsFoundMendedAndSentOnInFiveClicks() throws Exception {
        String good = text(farm.notice(2));
        Matcher count = Pattern.compile(COUNT).matcher(good);
        assertThat(count.find()).isTrue();
        browser.visit("/");
        browser.clicks();

        browser.type("q", "miscounted.edi");
        browser.press("Search");
        assertThat(browser.text()).contains("rejected");
        assertThat(browser.find("li.bad details[open]").getText()).contains("SE*99");
        browser.follow("Mend a copy");
        browser.look("mend");
        browser.type("text", good);
        browser.type("why", "The farm counted wrong, and said so on the telephone");
        browser.press("Send the mended copy on");

        assertThat(browser.clicks()).isLessThanOrEqualTo(5);
        assertThat(browser.text()).contains("A person mended it");
        String copy = browser.path().replaceAll("[^0-9]", "");
        await("the copy is translated")
                .atMost(PATIENCE)
                .until(() ->
                        ledger.count("select count(*) from inbox where state = 'TRANSLATED' and id = " + copy) == 1);
        assertThat(ledger.count("select count(*) from lot_event e join transaction_set s on s.id = e.set_id"
                        + " where s.inbox_id = " + copy))
                .isPositive();
        assertThat(ledger.count("select count(*) from delivery where kind = 'ACKNOWLEDGEMENT' and inbox_id = " + copy))
                .as("nobody hears a second answer")
                .isZero();
        browser.visit("/files/" + copy);
        browser.look("file-mended");
    }

    @Test
    void whatIsParkedSaysWhyAndWhatMendsItAndGoesOn() throws Exception {
        browser.visit("/parked");
        browser.look("parked-something");
        browser.follow("doubtful.edi");
        assertThat(browser.text()).contains("What to do");
        browser.look("parked-thing");

        browser.fill("#note", "Asked the farm whether it ships now");
        browser.press("Keep the note");
        assertThat(browser.text()).contains("The note is kept").contains("Asked the farm whether it ships now");
        browser.press("Let it go on");

        assertThat(browser.text()).contains("let go on by admin");
        browser.visit("/audit");
        assertThat(browser.text()).contains("released").contains("noted");
        browser.look("audit");
    }

    @Test
    void everythingReadsAndIsSentWithoutScripts() throws Exception {
        try (Browser plain = Browser.open(gateway.path("/"), folder.resolve("chromium-plain"), false)) {
            plain.signIn("admin", PASSWORD);
            plain.visit("/files");
            plain.follow("good.edi");
            assertThat(plain.text()).contains("Its life").contains("ISA").contains("translated");
            plain.type("q", "good.edi");
            plain.press("Search");
            assertThat(plain.path()).startsWith("/files/");
            plain.press("Sign out");
            assertThat(plain.path()).isEqualTo("/login");
        }
    }

    @Test
    void whatPartnersWriteIsShownAsTextAndRunsNothing() throws Exception {
        String name = "<img src=x onerror=alert(1)> \u202e.edi";
        String lot = "<B>&\"'</B>";
        String notice = text(farm.notice(4));
        Matcher code = Pattern.compile("\\*LT\\*([^*~]+)").matcher(notice);
        assertThat(code.find()).isTrue();
        farm.put(
                name,
                notice.replaceFirst("(ISA.{101})>", "$1:")
                        .replace(code.group(1), lot)
                        .getBytes(StandardCharsets.US_ASCII));
        await("it is kept")
                .atMost(PATIENCE)
                .until(() ->
                        ledger.count("select count(*) from lot where code = '" + lot.replace("'", "''") + "'") == 1);
        long file = ledger.count("select max(id) from inbox");

        for (String page :
                List.of("/files", "/files/" + file, "/search?q=%3CB%3E", "/lots/%3CB%3E%26%22%27%3C%2FB%3E")) {
            browser.visit(page);
            assertThat(browser.isAlerted()).as(page).isFalse();
            assertThat(browser.text())
                    .as(page)
                    .contains(page.startsWith("/files") ? "<img src=x onerror=" : "<B>&\"'</B>");
            browser.assertSilent(page);
        }
        browser.look("lot-hostile");
    }

    @Test
    void slashGoesToTheSearchAndRowsAreWalkedByKeys() {
        browser.visit("/files");
        browser.keys("/");
        assertThat(browser.focused()).isEqualTo("q");
        browser.visit("/files");
        browser.keys("j");
        browser.keys(Keys.ENTER);
        assertThat(browser.path()).startsWith("/files/");
    }
}
