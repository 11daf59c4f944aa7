package org.convergence.platform.shell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.apache.catalina.connector.ClientAbortException;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.HandlerMapping;

/** The shell's own responses: failures in each form, headers, languages, the search field, static files. */
@ModuleTest
@ExtendWith(OutputCaptureExtension.class)
class ShellResponsesTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private FailureAdvice failures;

    @BeforeEach
    void anOrganisationExists() {
        visitors.ensureOrganisation();
    }

    @Test
    void brokenOffDownloadIsNoFault(CapturedOutput log) {
        for (String wrapped : List.of("", "wrapped")) {
            IOException gone = new ClientAbortException(new IOException("Broken pipe"));
            Exception thrown = wrapped.isEmpty() ? gone : new UncheckedIOException(gone);
            MockHttpServletResponse response = new MockHttpServletResponse();
            assertThatCode(() -> failures.handle(thrown, new MockHttpServletRequest("GET", "/x.xlsx"), response))
                    .doesNotThrowAnyException();
            assertThat(response.getContentAsByteArray()).isEmpty();
        }
        assertThat(log.getAll()).doesNotContain("Fault", "ClientAbortException");
    }

    @Test
    void faultWhileAPageIsDrawnNamesItsRoute(CapturedOutput log) throws Exception {
        // As the server asks for the route of the error: by GET, with the request in attributes.
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");
        request.setDispatcherType(DispatcherType.ERROR);
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/error");
        request.setAttribute(RequestDispatcher.ERROR_METHOD, "POST");
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/advocacy/urgentaction/Wilhelmine/withdraw");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException());
        failures.error(request, new MockHttpServletResponse());
        assertThat(log.getAll())
                .contains(" at POST /advocacy/urgentaction/{id}/withdraw")
                .doesNotContain("Wilhelmine");
    }

    @Test
    void unknownAddressGivesPageWithFrame() throws Exception {
        MvcTestResult answer =
                browser.get().uri("/nothing/here").with(visitors.as(Role.STAFF)).exchange();
        assertThat(answer).hasStatus(404);
        Document page = page(answer);
        assertThat(page.select("h1").text()).isEqualTo("Il n’y a rien ici");
        assertThat(page.select("nav a")).isNotEmpty();
        assertThat(page.title()).startsWith("Il n’y a rien ici · ");
    }

    @Test
    void failureIsFragmentForHtmxAndProblemInApi() throws Exception {
        MvcTestResult part = browser.get()
                .uri("/nothing/here")
                .header("HX-Request", "true")
                .with(visitors.as(Role.STAFF))
                .exchange();
        assertThat(part).hasStatus(404);
        assertThat(page(part).select("h1, nav")).isEmpty();
        assertThat(page(part).select(".notice[role=alert] h2").text()).isEqualTo("Il n’y a rien ici");

        MvcTestResult problem = browser.get()
                .uri("/api/v1/nothing")
                .with(visitors.as(Role.STAFF))
                .exchange();
        assertThat(problem).hasStatus(404).hasContentType("application/problem+json");
        assertThat(problem).bodyJson().extractingPath("status").isEqualTo(404);
    }

    @Test
    void refusedButtonLeadsBackToItsPage() throws Exception {
        assertThat(backLink("http://localhost/plan/actionplan?year=2026")).isEqualTo("/plan/actionplan?year=2026");
        assertThat(backLink("http://elsewhere.example/plan")).as("another site").isEmpty();
        assertThat(backLink("http://localhost//elsewhere.example/")).isEmpty();
    }

    private String backLink(String referrer) throws Exception {
        MvcTestResult refused = browser.post()
                .uri("/search")
                .header("Referer", referrer)
                .with(csrf())
                .with(visitors.as(Role.STAFF))
                .exchange();
        return page(refused).select("main a.button.main").attr("href");
    }

    @Test
    void reportsUnsupportedMethod() {
        assertThat(browser.post()
                        .uri("/search")
                        .with(csrf())
                        .with(visitors.as(Role.STAFF))
                        .exchange())
                .hasStatus(405);
    }

    @Test
    void anAddressThatOnlyTakesAFormLeadsToThePageAboveIt() {
        UUID id = UUID.randomUUID();
        assertThat(browser.get()
                        .uri("/advocacy/urgentaction/" + id + "/withdraw")
                        .with(visitors.as(Role.STAFF))
                        .exchange())
                .hasStatus(303)
                .headers()
                .hasValue("Location", "/advocacy/urgentaction/" + id);
        assertThat(browser.get().uri("/language").with(visitors.as(Role.STAFF)).exchange())
                .headers()
                .hasValue("Location", "/");
    }

    @Test
    void formWithoutTokenChangesNothing() throws Exception {
        MvcTestResult answer = browser.post()
                .uri("/language")
                .param("language", "en")
                .with(visitors.as(Role.STAFF))
                .exchange();
        assertThat(answer).hasStatus(403);
        assertThat(page(answer).select("h1").text()).contains("ouverte depuis trop longtemps");
        assertThat(answer.getResponse().getCookie("language")).isNull();
    }

    @Test
    void everyResponseForbidsForeignContent() {
        MvcTestResult answer = browser.get().uri("/sign-in").exchange();
        assertThat(answer)
                .headers()
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("Referrer-Policy", "same-origin")
                .hasValue("Cache-Control", "no-store")
                .containsHeader("Permissions-Policy");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void visitorGetsFirstSharedLanguage() throws Exception {
        assertThat(languageOf("en-GB,en;q=0.9,fr;q=0.5")).isEqualTo("en-CA");
        assertThat(languageOf("de,fr;q=0.3")).isEqualTo("fr-CA");
        assertThat(languageOf("de")).isEqualTo("fr-CA");
    }

    @Test
    void languageSwitchRemembersAndReturns() {
        MvcTestResult answer = browser.post()
                .uri("/language")
                .with(csrf())
                .param("language", "en")
                .param("back", "/sign-in")
                .exchange();
        assertThat(answer).hasStatus(303).hasHeader("Location", "/sign-in");
        assertThat(answer.getResponse().getHeaders("Set-Cookie"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("language=en;").contains("HttpOnly"));
    }

    @Test
    void languageSwitchStaysOnSite() {
        MvcTestResult answer = browser.post()
                .uri("/language")
                .with(csrf())
                .param("language", "en")
                .param("back", "//elsewhere.example/")
                .exchange();
        assertThat(answer).hasStatus(303).hasHeader("Location", "/");
    }

    @Test
    void searchFieldRepeatsEscapedQuery() throws Exception {
        MvcTestResult answer = browser.get()
                .uri("/search")
                .param("q", "<script>x")
                .with(visitors.as(Role.STAFF))
                .exchange();
        assertThat(answer).hasStatus(200);
        assertThat(page(answer).select("#search").val()).isEqualTo("<script>x");
        assertThat(answer.getResponse().getContentAsString()).doesNotContain("<script>x");
    }

    @Test
    void staticFilesAreCachedUnderHash() throws Exception {
        String styles = page(browser.get().uri("/sign-in").exchange())
                .select("link[rel=stylesheet]")
                .attr("href");
        MvcTestResult file =
                browser.get().uri(styles).header("Accept-Encoding", "gzip").exchange();
        assertThat(file).hasStatus(200);
        assertThat(file)
                .headers()
                .hasValue("Cache-Control", "public, max-age=31536000, immutable")
                .hasValue("Content-Encoding", "gzip");
        assertThat(browser.get().uri("/static/old/css/app.css").exchange())
                .headers()
                .hasValue("Cache-Control", "no-cache");
        assertThat(browser.get().uri("/static/x/../application.properties").exchange())
                .hasStatus4xxClientError();
    }

    @Test
    void healthShowsOnlyUpOrDown() {
        assertThat(browser.get().uri("/health").exchange())
                .bodyJson()
                .extractingPath("status")
                .isEqualTo("UP");
        assertThat(browser.get()
                        .uri("/health/metrics")
                        .with(visitors.as(Role.STAFF))
                        .exchange())
                .hasStatus(403);
    }

    private String languageOf(String accepted) throws Exception {
        return page(browser.get()
                        .uri("/sign-in")
                        .header("Accept-Language", accepted)
                        .exchange())
                .select("html")
                .attr("lang");
    }

    private static Document page(MvcTestResult answer) throws Exception {
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
