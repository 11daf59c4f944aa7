package org.convergence.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class DuplicateSubmitInterceptorTest {

    private static final String NEW = "/directory/people/persons/new";

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void anOrganisation() {
        visitors.ensureOrganisation();
    }

    @Test
    void createsOnePersonWhenTheButtonIsPressedTwice() throws Exception {
        String token = token();
        Callable<MvcTestResult> press = () -> press(token, "Solveig", "Deuxfois");
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<MvcTestResult>> both = two.invokeAll(List.of(press, press));
            assertThat(both.get(0).get()).hasStatus(303);
            assertThat(both.get(1).get()).hasStatus(303);
            assertThat(location(both.get(0).get()))
                    .isEqualTo(location(both.get(1).get()));
        } finally {
            two.shutdown();
        }
        assertThat(named("Deuxfois")).isEqualTo(1);
    }

    @Test
    void acceptsTheSameFormWithOtherContentAndTheSameContentOfAnotherForm() throws Exception {
        String token = token();
        assertThat(press(token, "Une", "Retour")).hasStatus(303);
        assertThat(press(token, "Autre", "Retour")).hasStatus(303);
        assertThat(press(token(), "", "Retour")).hasStatus(303);
        assertThat(press(token(), "", "Retour"))
                .as("the page warns of a person of this name")
                .hasStatus(422);
        assertThat(named("Retour")).isEqualTo(3);
    }

    @Test
    void acceptsARefusedFormAgain() throws Exception {
        String token = token();
        assertThat(press(token, "", "")).hasStatus(422);
        assertThat(press(token, "", "")).hasStatus(422);
    }

    private String token() throws Exception {
        String page = browser.get()
                .uri(NEW)
                .with(visitors.as(Role.COORDINATOR))
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        String token = Jsoup.parse(page).select("main form input[name=_once]").attr("value");
        assertThat(token).hasSize(36);
        return token;
    }

    private MvcTestResult press(String token, String given, String family) {
        return browser.post()
                .uri(NEW)
                .with(csrf())
                .with(visitors.as(Role.COORDINATOR))
                .param("_once", token)
                .param("givenName", given)
                .param("familyName", family)
                .exchange();
    }

    private static String location(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }

    private int named(String family) {
        return db.sql("SELECT count(*) FROM directory.people_person WHERE family_name = ?")
                .param(family)
                .query(Integer.class)
                .single();
    }
}
