package org.convergence.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.convergence.identity.Role;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.database.Keyset;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestTags;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Attacks on every route of the application. */
@ModuleTest
class AttackTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private List<SecretAddress> secrets;

    /** Each request comes from another network, since other tests share the limits of signing in. */
    private static final AtomicInteger NETWORK = new AtomicInteger();

    private static RequestPostProcessor fromElsewhere() {
        int number = NETWORK.incrementAndGet();
        return request -> {
            request.setRemoteAddr("10." + (number >> 8) + "." + (number & 255) + ".1");
            return request;
        };
    }

    @BeforeEach
    void ensureOrganisation() {
        visitors.ensureOrganisation();
    }

    @Test
    void rejectsFormsWithoutCsrfToken() {
        List<String> taken = new ArrayList<>();
        each((method, path) -> {
            if (!method.equals("GET")) {
                int status = browser.method(HttpMethod.valueOf(method))
                        .uri(path)
                        .with(visitors.as(Role.COORDINATOR, Role.ADMINISTRATOR))
                        .with(fromElsewhere())
                        .exchange()
                        .getResponse()
                        .getStatus();
                // A secret in the address replaces the token; an unknown secret gives 404.
                boolean secret = status == 404 && secrets.stream().anyMatch(each -> each.matches(path));
                if (status != 403 && !secret) {
                    taken.add(method + " " + path + " → " + status);
                }
            }
        });
        assertThat(taken).isEmpty();
    }

    @Test
    void sendsStrictSecurityHeaders() {
        List<String> wrong = new ArrayList<>();
        each((method, path) -> {
            if (method.equals("GET")) {
                var response = open(path).getResponse();
                String policy = String.valueOf(response.getHeader("Content-Security-Policy"));
                // Other sites show these pages in a frame, if they are listed (R-WEB-1); none is listed here.
                boolean framed = path.startsWith("/public/embed/") && policy.contains("frame-ancestors 'self';");
                boolean strict = policy.contains("default-src 'none'")
                        && (framed || policy.contains("frame-ancestors 'none'"))
                        && !policy.contains("unsafe");
                if (!strict
                        || !"nosniff".equals(response.getHeader("X-Content-Type-Options"))
                        || !"no-store".equals(response.getHeader("Cache-Control"))) {
                    wrong.add(path + ": " + policy + ", " + response.getHeader("Cache-Control"));
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void pagesHaveNoInlineScriptStyleOrHandler() {
        List<String> wrong = new ArrayList<>();
        each((method, path) -> {
            MvcTestResult answer = method.equals("GET") ? open(path) : null;
            if (answer != null
                    && String.valueOf(answer.getResponse().getContentType()).startsWith("text/html")) {
                Document page = Pages.parse(answer);
                page.select("script:not([src]), style, [style], [^on], [href^=javascript:]")
                        .forEach(found -> wrong.add(path + ": " + found));
                page.select("script[src], link[href], img[src]").stream()
                        .map(found -> found.hasAttr("src") ? found.attr("src") : found.attr("href"))
                        .filter(address -> !address.startsWith("/") || address.startsWith("//"))
                        .forEach(found -> wrong.add(path + ": " + found));
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** Each route takes one of the requests a day, another the next day, and all in {@code ./test --all}. */
    @Test
    void missingOrForgedInputCausesNoServerError() {
        String forged = Keyset.of("2025-13-45", "a\0b", "not an id").encode();
        List<String> queries = List.of(
                "after=" + forged, "after=x&q=%00&page=-1", "from=hier&to=0000-00-00&limit=-5&sort='--", "q=%25_'");
        long today = LocalDate.now(ZoneOffset.UTC).toEpochDay();
        List<String> faults = new ArrayList<>();
        each((method, path) -> {
            int turn = Math.floorMod(path.hashCode() + today, queries.size());
            for (String query : TestTags.runsAll() ? queries : queries.subList(turn, turn + 1)) {
                int status = method.equals("GET")
                        ? open(path + "?" + query).getResponse().getStatus()
                        : send(method, path + "?" + query);
                if (status >= 500) {
                    faults.add(method + " " + path + "?" + query + " → " + status);
                }
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void librariesOpenNoRoutes() {
        for (String path :
                List.of("/v3/api-docs", "/v3/api-docs.yaml", "/actuator", "/actuator/env", "/swagger-ui.html")) {
            assertThat(open(path).getResponse().getStatus()).as(path).isIn(403, 404);
        }
        assertThat(browser.get().uri("/api/v1/openapi")).hasStatus(401);
        assertThat(open("/api/v1/openapi"))
                .hasStatusOk()
                .bodyText()
                .contains("/api/v1/realisations")
                .doesNotContain("evil.example");
    }

    @Test
    void ignoresPlantedSession() {
        Cookie planted = new Cookie("session", "planted-by-somebody");
        String link = visitors.createSignInLink("Ana", UUID.randomUUID() + "@exemple.org", Role.STAFF);
        MvcTestResult in = browser.post()
                .uri("/sign-in/" + link)
                .cookie(planted)
                .with(csrf())
                .with(fromElsewhere())
                .exchange();
        Cookie given = Objects.requireNonNull(in.getResponse().getCookie("session"));
        assertThat(given.getValue()).isNotEqualTo("planted-by-somebody").hasSizeGreaterThan(40);
        assertThat(browser.get().uri("/").cookie(planted)).hasStatus(303);
        assertThat(browser.get().uri("/").cookie(given)).hasStatusOk();
    }

    @Test
    void redirectsOnlyWithinTheApplication() {
        for (String elsewhere :
                List.of("//evil.example", "https://evil.example/", "/\\evil.example", "/%09/evil.example")) {
            assertThat(browser.post()
                            .uri("/language")
                            .param("language", "en")
                            .param("back", elsewhere)
                            .with(csrf())
                            .exchange()
                            .getResponse()
                            .getHeader("Location"))
                    .as(elsewhere)
                    .isIn("/", "/%09/evil.example");
        }
        MvcTestResult away = browser.get()
                .uri("/identity/own")
                .header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .exchange();
        assertThat(away.getResponse().getHeader("Location")).isEqualTo("/sign-in");
    }

    @Test
    void acceptsTokensOnlyOnApiRoutes() {
        String token = visitors.createToken(Role.COORDINATOR);
        each((method, path) -> {
            if (method.equals("GET") && !path.startsWith("/api/")) {
                int status = browser.get()
                        .uri(path)
                        .header("Authorization", "Bearer " + token)
                        .exchange()
                        .getResponse()
                        .getStatus();
                int asVisitor = browser.get().uri(path).exchange().getResponse().getStatus();
                assertThat(status).as(path).isEqualTo(asVisitor);
            }
        });
    }

    @Test
    void monitoringOutputNamesNoPerson() {
        String name = "Wilhelmine-" + UUID.randomUUID();
        String mail = UUID.randomUUID() + "@exemple.org";
        browser.post()
                .uri("/sign-in/" + visitors.createSignInLink(name, mail, Role.STAFF))
                .with(csrf())
                .with(fromElsewhere())
                .exchange();
        for (String path : List.of("/health", "/health/metrics")) {
            assertThat(open(path)).hasStatusOk().bodyText().doesNotContain(name).doesNotContain(mail);
        }
    }

    private MvcTestResult open(String path) {
        return browser.get()
                .uri(java.net.URI.create(path))
                .header("Host", "evil.example")
                .with(visitors.as(Role.COORDINATOR, Role.ADMINISTRATOR))
                .with(fromElsewhere())
                .exchange();
    }

    private int send(String method, String path) {
        return browser.method(HttpMethod.valueOf(method))
                .uri(java.net.URI.create(path))
                .with(visitors.as(Role.COORDINATOR, Role.ADMINISTRATOR))
                .with(fromElsewhere())
                .with(csrf())
                .exchange()
                .getResponse()
                .getStatus();
    }

    private void each(BiConsumer<String, String> attempt) {
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (isOurs(handler)) {
                info.getPatternValues().forEach(pattern -> {
                    String path = pattern.replaceAll("\\{[^}]*\\}", "00000000-0000-7000-8000-000000000000");
                    var methods = info.getMethodsCondition().getMethods();
                    if (methods.isEmpty()) {
                        attempt.accept("GET", path);
                    }
                    methods.forEach(method -> attempt.accept(method.name(), path));
                });
            }
        });
    }

    private static boolean isOurs(HandlerMethod handler) {
        String place = handler.getBeanType().getPackageName();
        return place.startsWith("org.convergence") && !place.startsWith("org.convergence.testing");
    }
}
