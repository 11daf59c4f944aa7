package org.convergence.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A form that is sent after its sender's session has ended. */
@ModuleTest
class KeptFormTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @BeforeEach
    void anOrganisationExists() {
        visitors.ensureOrganisation();
    }

    @Test
    void showsFormAgainToItsSenderAfterSignIn() throws Exception {
        MvcTestResult refused = sendSignedOut(visitors.actor(Role.COORDINATOR).id());
        assertThat(refused).hasStatus(303).hasHeader("Location", "/sign-in");
        assertThat(refused.getResponse().getCookie("return")).isNotNull();

        Document page = open(Role.COORDINATOR, kept(refused));
        assertThat(page.select("form[action$=/tokens] input[name=name]").val()).isEqualTo("Tableau <b>de bord");
        assertThat(page.select(".form .notice.warn")).hasSize(1);
    }

    @Test
    void neverExecutesFormByItself() throws Exception {
        MvcTestResult refused = sendSignedOut(visitors.actor(Role.COORDINATOR).id());
        Document page = open(Role.COORDINATOR, kept(refused));
        assertThat(page.select(".rows").text()).doesNotContain("Tableau");
    }

    @Test
    void hidesFormFromOtherUsers() throws Exception {
        MvcTestResult refused = sendSignedOut(visitors.actor(Role.COORDINATOR).id());
        Document page = open(Role.STAFF, kept(refused));
        assertThat(page.select("form[action$=/tokens] input[name=name]").val()).isEmpty();
    }

    @Test
    void discardsFormSentAgain() throws Exception {
        Cookie ticket = kept(sendSignedOut(visitors.actor(Role.COORDINATOR).id()));
        browser.post()
                .uri("/identity/own/tokens")
                .with(visitors.as(Role.COORDINATOR))
                .with(csrf())
                .cookie(ticket)
                .param("name", "")
                .exchange();
        Document page = open(Role.COORDINATOR, ticket);
        assertThat(page.select(".form .notice.warn")).isEmpty();
    }

    @Test
    void doesNotKeepFormWithoutValidToken() {
        MvcTestResult refused = browser.post()
                .uri("/identity/own/tokens")
                .param("_for", visitors.actor(Role.COORDINATOR).id().toString())
                .param("_page", "/identity/own")
                .param("name", "Planted from elsewhere")
                .exchange();
        assertThat(refused).hasStatus(403);
        assertThat(refused.getResponse().getCookie("kept")).isNull();
    }

    private MvcTestResult sendSignedOut(UUID account) {
        return browser.post()
                .uri("/identity/own/tokens")
                .with(csrf())
                .param("_for", account.toString())
                .param("_page", "/identity/own")
                .param("name", "Tableau <b>de bord")
                .exchange();
    }

    private Document open(Role role, Cookie ticket) throws Exception {
        MvcTestResult page = browser.get()
                .uri("/identity/own")
                .with(visitors.as(role))
                .cookie(ticket)
                .exchange();
        return Jsoup.parse(page.getResponse().getContentAsString());
    }

    private static Cookie kept(MvcTestResult refused) {
        return Objects.requireNonNull(refused.getResponse().getCookie("kept"));
    }
}
