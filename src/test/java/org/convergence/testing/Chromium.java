package org.convergence.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real browser for journeys, started with the first page and closed with the run; its windows close with their test. */
public final class Chromium {

    /**
     * The window, colour scheme and language of a user.
     *
     * @param width of the window, in CSS pixels
     * @param language a tag such as {@code fr-CA}
     */
    public record BrowserLook(int width, ColorScheme scheme, String language) {}

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium-headless-shell"),
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/usr/bin/chromium-browser"));

    /** Sent once to each window, since sending it for each page costs as much as its rules; read by the page that uses it. */
    private static final String AXE = "globalThis.loadAxe = () => {" + AxeBuilder.getAxeScript() + """
            ;
            // A page has few colours, and axe parses the text of each again for each element: a third of its time.
            const parsed = new Map();
            const parse = axe.commons.color.Color.prototype.parseString;
            axe.commons.color.Color.prototype.parseString = function (text) {
                if (!parsed.has(text)) {
                    parse.call(this, text);
                    const { red, green, blue, alpha } = this;
                    parsed.set(text, { red, green, blue, alpha });
                }
                return Object.assign(this, parsed.get(text));
            };
            };
            """;

    /** Runs all rules of axe on what is loaded, but reports violations only, since reporting passes costs the most time. */
    private static final String FAULTS = """
            async rules => {
                loadAxe();
                const found = await axe.run(document, { resultTypes: ['violations'], preload: false, rules });
                return found.violations.map(rule => rule.id + ': ' + rule.nodes.map(node => node.html).join(' '));
            }
            """;

    private static final String WIDER_THAN_WINDOW = """
            () => {
                const { scrollWidth, clientWidth } = document.documentElement;
                const outside = [...document.querySelectorAll('main details.drop:not([open]):has(> .sheet)')].filter(menu => {
                    menu.open = true;
                    const { left, right, width } = menu.querySelector(':scope > .sheet').getBoundingClientRect();
                    menu.open = false;
                    return width > 0 && (left < 0 || right > clientWidth);
                }).map(menu => menu.outerHTML);
                return scrollWidth > clientWidth ? ['the page', ...outside] : outside;
            }
            """;

    /** What a whole page needs, and a letter does not, which a mail program shows inside its own page. */
    private static final Map<String, Object> OF_PAGES = Map.of(
            "landmark-one-main", Map.of("enabled", false),
            "page-has-heading-one", Map.of("enabled", false),
            "region", Map.of("enabled", false));

    private static final List<BrowserContext> WINDOWS = new ArrayList<>();

    private Chromium() {}

    /** The looks of a journey: one of eight, another each day; all if {@code convergence.journeys} is {@code all}. */
    public static Stream<BrowserLook> looks() {
        List<BrowserLook> all = new ArrayList<>();
        for (int width : new int[] {390, 1280}) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (String language : List.of("fr-CA", "en-CA")) {
                    all.add(new BrowserLook(width, scheme, language));
                }
            }
        }
        if (TestTags.runsAll()) {
            return all.stream();
        }
        return Stream.of(all.get((int) (LocalDate.now(java.time.ZoneOffset.UTC).toEpochDay() * 3 % all.size())));
    }

    /** An empty window without cookies; an error in the page's console fails the journey. */
    public static Page open(BrowserLook look) {
        return open(Running.BROWSER, look);
    }

    /** A browser in which an address with another port leads to the application, for pages that know their address. */
    public static Browser startAt(String host, int port) {
        return Running.start("--host-resolver-rules=MAP " + host + " localhost:" + port);
    }

    /** As {@link #open(BrowserLook)}, in this browser. */
    public static Page open(Browser browser, BrowserLook look) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(look.width(), 844)
                .setColorScheme(look.scheme())
                .setLocale(look.language()));
        context.setDefaultTimeout(30_000);
        context.addInitScript(AXE);
        WINDOWS.add(context);
        return context.newPage();
    }

    /** A telephone that keeps what a browser keeps in a folder; its test closes it. */
    public static BrowserContext openOnDisk(Path folder, BrowserLook look) {
        BrowserContext context = Running.BROWSER
                .browserType()
                .launchPersistentContext(
                        folder,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(Running.executable())
                                .setArgs(List.of("--no-sandbox"))
                                .setViewportSize(look.width(), 844)
                                .setLocale(look.language()));
        context.addInitScript(AXE);
        return context;
    }

    /** The open windows. */
    static List<Page> pages() {
        return List.copyOf(WINDOWS).stream()
                .flatMap(context -> context.pages().stream())
                .toList();
    }

    /** Closes all windows: left open, each would take processor time for the rest of the run. */
    static void closeWindows() {
        List.copyOf(WINDOWS).forEach(BrowserContext::close);
        WINDOWS.clear();
    }

    /** Fails if axe finds a violation, or if the page scrolls sideways. */
    public static void assertSound(Page page) {
        assertSound(page, Map.of());
    }

    /** As {@link #assertSound(Page)}, for the HTML of a letter. */
    public static void assertLetterSound(Page page) {
        assertSound(page, OF_PAGES);
    }

    private static void assertSound(Page page, Map<String, Object> rules) {
        Object faults = page.evaluate(FAULTS, rules);
        assertThat(faults).as("axe at %s", page.url()).isEqualTo(List.of());
        assertNoSidewaysScroll(page);
    }

    /** Fails if the page is wider than its window, or if a menu of it opens outside. */
    public static void assertNoSidewaysScroll(Page page) {
        assertThat((List<?>) page.evaluate(WIDER_THAN_WINDOW))
                .as("what is wider than the window at %s", page.url())
                .isEmpty();
    }

    private static final class Running {

        static final Browser BROWSER = start();

        static Path executable() {
            return PLACES.stream()
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("./test installs Chromium"));
        }

        static Browser start(String... options) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(Stream.concat(Stream.of("--no-sandbox"), Stream.of(options))
                                    .toList()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                browser.close();
                playwright.close();
            }));
            return browser;
        }
    }
}
