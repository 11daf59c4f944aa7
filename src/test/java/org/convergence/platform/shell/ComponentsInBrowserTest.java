package org.convergence.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The components in a real browser: by sight, by keyboard, on a phone, with assistive technology. */
@ModuleTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.main.lazy-initialization=true")
@Import(CataloguePages.class)
class ComponentsInBrowserTest {

    private static final BrowserLook PHONE =
            new BrowserLook(390, com.microsoft.playwright.options.ColorScheme.LIGHT, "fr-CA");
    private static final BrowserLook DESK =
            new BrowserLook(1280, com.microsoft.playwright.options.ColorScheme.LIGHT, "fr-CA");
    private static final BrowserLook NARROWEST =
            new BrowserLook(320, com.microsoft.playwright.options.ColorScheme.LIGHT, "fr-CA");

    @LocalServerPort
    private int port;

    @Autowired
    private TestUsers visitors;

    @BeforeEach
    void anOrganisationExists() {
        visitors.ensureOrganisation();
    }

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void everyComponentIsAccessible(BrowserLook look) {
        Page page = Chromium.open(look);
        for (String path : List.of("", "/today", "/form", "/confirm", "/fails/missing")) {
            assertThat(page.navigate(address("/catalogue" + path)).status()).isLessThan(500);
            Chromium.assertSound(page);
        }
    }

    @Test
    void nothingScrollsSidewaysOnNarrowPhone() {
        Page page = Chromium.open(NARROWEST);
        for (String path : List.of("", "/today", "/form", "/confirm")) {
            assertThat(page.navigate(address("/catalogue" + path)).status()).isLessThan(500);
            Chromium.assertSound(page);
        }
    }

    @Test
    void summaryOfProblemsLinksToFieldsByKeyboard() {
        Page page = Chromium.open(DESK);
        page.navigate(address("/catalogue/form"));
        page.locator("main button[type=submit]").click();
        Chromium.assertSound(page);
        page.locator(".notice.bad a").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.name")).isEqualTo("what");
    }

    @Test
    void conflictShowsBothVersions() {
        Page page = Chromium.open(PHONE);
        page.navigate(address("/catalogue/form"));
        page.locator("[name=what]").fill("conflict");
        page.locator("[name=when]").fill("2025-01-14");
        page.locator("main button[type=submit]").last().click();
        assertThat(page.locator(".version").count()).isEqualTo(2);
        Chromium.assertSound(page);
        page.locator("button[name=take]").click();
        assertThat(page.locator("[name=what]").inputValue()).isEqualTo("Atelier donné au cégep");
    }

    @Test
    void movingButtonIsStillPressed() {
        Page page = Chromium.open(DESK);
        page.navigate(address("/catalogue/form"));
        Locator button = page.locator("main button[type=submit]");
        button.scrollIntoViewIfNeeded();
        BoundingBox place = button.boundingBox();
        page.mouse().move(place.x + place.width / 2, place.y + place.height / 2);
        page.mouse().down();
        button.evaluate("button => button.style.translate = '0 -200px'");
        page.mouse().up();
        page.locator(".notice.bad").first().waitFor();
    }

    @Test
    void slashFocusesSearchAndArrowsMoveThroughResults() {
        Page page = Chromium.open(DESK);
        page.navigate(address("/catalogue"));
        page.keyboard().press("/");
        page.keyboard().type("cegep", new com.microsoft.playwright.Keyboard.TypeOptions().setDelay(20));
        page.locator(".suggestions a").first().waitFor();
        page.keyboard().press("ArrowDown");
        assertThat(page.evaluate("document.activeElement.textContent").toString())
                .contains("Cégep du Vieux-Port");
        page.keyboard().press("Enter");
        page.waitForURL("**/catalogue/today");
    }

    @Test
    void phoneMenuWorksWithoutScript() {
        Page page = Chromium.open(PHONE);
        page.route("**/*.js", route -> route.abort());
        page.navigate(address("/catalogue/today"));
        assertThat(page.locator("#menu").isVisible()).isFalse();
        page.locator(".menu-opener").click();
        assertThat(page.locator("#menu a").first().isVisible()).isTrue();
        Chromium.assertSound(page);
        page.keyboard().press("Escape");
        assertThat(page.locator("#menu").isVisible()).isFalse();
    }

    @Test
    void noticeIsShownOnceWithUndo() {
        Page page = Chromium.open(PHONE);
        page.navigate(address("/catalogue/form"));
        page.locator("[name=what]").fill("Atelier");
        page.locator("[name=when]").fill("2025-01-14");
        page.locator("main button[type=submit]").click();
        page.waitForURL("**/catalogue/today");
        assertThat(page.locator(".notice.ok").textContent()).contains("31 sur 63", "Annuler");
        Chromium.assertSound(page);
        page.reload();
        assertThat(page.locator(".notice").count()).isZero();
    }

    @Test
    void reportsTooLargeFile() throws Exception {
        String head = "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.pdf\"\r\n\r\n";
        byte[] file = new byte[26 * 1024 * 1024];
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address("/identity/own/tokens")))
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(BodyPublishers.concat(
                                        BodyPublishers.ofString(head),
                                        BodyPublishers.ofByteArray(file),
                                        BodyPublishers.ofString("\r\n--x--\r\n")))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("trop gros");
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
