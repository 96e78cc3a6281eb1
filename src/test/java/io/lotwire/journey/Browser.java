package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, looking at the gateway's pages as a person does. */
final class Browser implements AutoCloseable {
    /** Why tests that need it are left out. */
    static final String MISSING =
            "Chromium is missing: on Debian, apt-get install chromium chromium-driver brings it, as .ci/run does.";

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final int WIDE = 1280;
    private static final int NARROW = 390;
    private static final int HIGH = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;
    private final URI home;
    private final Path pictures;
    private int clicks;

    private Browser(ChromeDriver driver, URI home, Path pictures) {
        this.driver = driver;
        this.home = home;
        this.pictures = pictures;
    }

    /** Whether there is one. */
    static boolean isThere() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    /**
     * Opens one.
     *
     * @param home the gateway's address
     * @param scripts whether it runs scripts
     */
    static Browser open(URI home, Path profile, boolean scripts) throws IOException {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        if (!scripts) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        Browser browser = new Browser(
                new ChromeDriver(service, options),
                home,
                Files.createDirectories(GatewayUnderTest.HOME.resolve("target/screenshots")));
        browser.driver.manage().timeouts().implicitlyWait(PATIENCE);
        browser.driver.manage().window().setSize(new Dimension(WIDE, HIGH));
        return browser;
    }

    /** Signs in. */
    void signIn(String name, String password) {
        visit("/login");
        type("name", name);
        type("password", password);
        press("Sign in");
        assertThat(find("h1").getText()).isNotEqualTo("Sign in");
    }

    /** Opens a page by its address. */
    void visit(String path) {
        driver.get(home.resolve(path).toString());
    }

    /** Where it is. */
    String path() {
        return URI.create(driver.getCurrentUrl()).getPath();
    }

    /** What the page says. */
    String text() {
        return find("body").getText();
    }

    /** An element by a selector of CSS. */
    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** Types into a field, by its name. */
    void type(String field, String text) {
        fill("[name=" + field + "]", text);
    }

    /** Types into a field, by a selector of CSS. */
    void fill(String selector, String text) {
        WebElement element = find(selector);
        element.clear();
        element.sendKeys(text);
    }

    /** Whether a script of the page has opened a window with a message. */
    boolean isAlerted() {
        try {
            driver.switchTo().alert().dismiss();
            return true;
        } catch (NoAlertPresentException none) {
            return false;
        }
    }

    /** Presses keys where the focus is. */
    void keys(CharSequence keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** The name of the field that has the focus. */
    String focused() {
        return driver.switchTo().activeElement().getDomAttribute("name");
    }

    /** Clicks a link by its words. */
    void follow(String words) {
        clicks++;
        driver.findElement(By.partialLinkText(words)).click();
    }

    /** Presses a button by its words. */
    void press(String words) {
        clicks++;
        driver.findElement(By.xpath("//button[normalize-space()='" + words + "']"))
                .click();
    }

    /** How often something was clicked since this was asked last. */
    int clicks() {
        int since = clicks;
        clicks = 0;
        return since;
    }

    /**
     * Looks at the page wide and narrow, light and dark: a picture of each goes to {@code target/screenshots}; nothing is too wide, the
     * console is silent, and no rule of accessibility is broken.
     *
     * @param name of the pictures
     */
    void look(String name) throws IOException {
        for (int width : new int[] {WIDE, NARROW}) {
            driver.manage().window().setSize(new Dimension(width, HIGH));
            for (String scheme : List.of("light", "dark")) {
                driver.executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
                Files.write(
                        pictures.resolve(name + "-" + width + "-" + scheme + ".png"),
                        driver.getScreenshotAs(OutputType.BYTES));
                Results results = new AxeBuilder().analyze(driver);
                assertThat(results.getViolations())
                        .as("accessibility of " + name + ", " + width + " wide, " + scheme)
                        .isEmpty();
            }
            Object tooWide = driver.executeScript(
                    "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
            assertThat(tooWide)
                    .as(name + " at " + width + " needs no scrolling sideways")
                    .isEqualTo(false);
        }
        driver.manage().window().setSize(new Dimension(WIDE, HIGH));
        assertSilent(name);
    }

    /** Nothing was said in the console since this was asked last. */
    void assertSilent(String name) {
        assertThat(driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                        .map(LogEntry::getMessage)
                        .toList())
                .as("what the console says of " + name)
                .isEmpty();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
