package org.convergence.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Objects;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class SignInPagesTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void anOrganisationWithItsCoordinator() {
        visitors.ensureOrganisation();
    }

    @Test
    void openingLinkDoesNotUseItAndItsButtonSignsInOnce() {
        String link = visitors.createSignInLink("Solange D’Août", "solange@exemple.org", Role.COORDINATOR);

        Document page = Pages.parse(browser.get().uri("/sign-in/" + link).exchange());
        assertThat(page.select("main").text()).contains("Solange D’Août");
        assertThat(page.select("form[action=/sign-in/" + link + "] button").text())
                .isNotEmpty();
        assertThat(browser.get().uri("/sign-in/" + link)).hasStatusOk();

        MvcTestResult in = browser.post().uri("/sign-in/" + link).with(csrf()).exchange();
        assertThat(in).hasStatus(303).redirectedUrl().isEqualTo("/");
        var cookie = Objects.requireNonNull(in.getResponse().getCookie("session"));
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(browser.get().uri("/").cookie(cookie)).hasStatusOk();

        assertThat(browser.post().uri("/sign-in/" + link).with(csrf())).hasStatus(422);
    }

    @Test
    void signInRedirectsToRequestedPageOnThisSiteOnly() {
        MvcTestResult turnedAway = browser.get().uri("/identity/own?x=1").exchange();
        assertThat(turnedAway).hasStatus(303).redirectedUrl().isEqualTo("/sign-in");
        var wanted = Objects.requireNonNull(turnedAway.getResponse().getCookie("return"));
        String link = visitors.createSignInLink("Ana", "ana@exemple.org", Role.STAFF);
        assertThat(browser.post().uri("/sign-in/" + link).cookie(wanted).with(csrf()))
                .redirectedUrl()
                .isEqualTo("/identity/own?x=1");

        wanted.setValue("https%3A%2F%2Fevil.example%2F");
        String another = visitors.createSignInLink("Ana", "ana2@exemple.org", Role.STAFF);
        assertThat(browser.post().uri("/sign-in/" + another).cookie(wanted).with(csrf()))
                .redirectedUrl()
                .isEqualTo("/");
    }

    @Test
    void answersAlikeForKnownAndUnknownAddress() {
        visitors.createSignInLink("Luc", "luc@exemple.org", Role.STAFF);
        String known = answerFor("luc@exemple.org");
        String unknown = answerFor("inconnue@exemple.org");
        assertThat(known).isEqualTo(unknown);
    }

    @Test
    void queuesNoLinkWhileMailIsNotSet() {
        visitors.createSignInLink("Luc", "luc3@exemple.org", Role.STAFF);
        assertThat(Pages.parse(ask("luc3@exemple.org")).select("[role=alert]").text())
                .contains("aucun lien ne peut partir");
        assertThat(db.sql("SELECT count(*) FROM platform.mail_message WHERE recipient = 'luc3@exemple.org'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String answerFor(String mail) {
        return Pages.parse(ask(mail)).select("main").text();
    }

    private MvcTestResult ask(String mail) {
        return browser.post().uri("/sign-in").param("mail", mail).with(csrf()).exchange();
    }

    @Test
    void statesWaitAfterTooManyLinksForKnownOrUnknownAddress() {
        visitors.createSignInLink("Luc", "luc2@exemple.org", Role.STAFF);
        for (String mail : new String[] {"luc2@exemple.org", "inconnue2@exemple.org"}) {
            for (int i = 0; i < 4; i++) {
                assertThat(answerFor(mail)).doesNotContain("réessayez");
            }
            MvcTestResult refused = ask(mail);
            assertThat(refused).hasStatus(429);
            assertThat(refused.getResponse().getHeader("Retry-After")).matches("\\d+");
            assertThat(Pages.parse(refused).select("[role=alert]").text())
                    .as("no link was received, since mail is not set")
                    .contains("aucun lien ne peut partir", "réessayez dans")
                    .doesNotContain("déjà reçu");
            assertThat(Pages.parse(refused).select("input[name=mail]").val()).isEqualTo(mail);
        }
    }

    @Test
    void refusesFormWithoutToken() {
        assertThat(browser.post().uri("/sign-in").param("mail", "a@exemple.org"))
                .hasStatus(403);
    }

    @Test
    void invalidInvitationKeepsTypedValues() {
        Document page = Pages.parse(browser.post()
                .uri("/identity/accounts")
                .param("name", "Noémie L’Heureux")
                .param("mail", "pas une adresse")
                .param("role", "STAFF")
                .with(visitors.as(Role.ADMINISTRATOR))
                .with(csrf())
                .exchange());
        assertThat(page.select("input[name=name]").attr("value")).isEqualTo("Noémie L’Heureux");
        assertThat(page.select("[role=alert]").text()).contains("courriel");
    }

    @Test
    void saysWhatBecameOfAnInvitation() {
        String mail = "odile-" + System.nanoTime() + "@exemple.org";
        assertThat(browser.post()
                        .uri("/identity/accounts")
                        .param("name", "Odile Invitée")
                        .param("mail", mail)
                        .param("role", "STAFF")
                        .with(visitors.as(Role.ADMINISTRATOR))
                        .with(csrf())
                        .exchange())
                .hasStatus(303);
        assertThat(accountLine(mail)).contains("aucune visite encore", "Invitation : En attente d’envoi");
        db.sql("UPDATE platform.mail_message SET state = 'FAILED', problem = 'REFUSED_RECIPIENT' WHERE recipient = ?")
                .param(mail)
                .update();
        assertThat(accountLine(mail)).contains("Invitation : Refusé", "adresse refusée");
        db.sql("""
                        INSERT INTO identity.session (id, account_id, token_hash, created_at, last_seen_at, expires_at, device)
                        SELECT gen_random_uuid(), id, sha256(mail::bytea), now(), now(), now(), '' FROM identity.account
                         WHERE mail = ?""").param(mail).update();
        assertThat(accountLine(mail)).as("it was used").doesNotContain("aucune visite", "Refusé");
    }

    private String accountLine(String mail) {
        return Pages.parse(browser.get()
                        .uri("/identity/accounts")
                        .with(visitors.as(Role.ADMINISTRATOR))
                        .exchange())
                .select("ul.rows > li:contains(" + mail + ")")
                .text();
    }

    @Test
    void showsReasonOfRefusedRoleAtItsAccount() {
        visitors.createSignInLink("Huu", "huu-" + System.nanoTime() + "@exemple.org", Role.ADMINISTRATOR);
        var account = db.sql("SELECT id FROM identity.account LIMIT 1")
                .query(java.util.UUID.class)
                .single();
        MvcTestResult answer = browser.post()
                .uri("/identity/accounts/" + account + "/grants")
                .param("role", "STAFF")
                .param("from", "2026-11-24")
                .param("until", "2026-11-01")
                .with(visitors.as(Role.ADMINISTRATOR))
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(422);
        assertThat(Pages.parse(answer).select("details[open] [role=alert]").text())
                .contains("fin vient avant");
    }

    @Test
    void tokenOpensApiButNoPage() {
        String token = visitors.createToken(Role.COORDINATOR);
        assertThat(browser.get().uri("/identity/own").header("Authorization", "Bearer " + token))
                .hasStatus(303);
        assertThat(browser.get().uri("/api/v1/nothing")).hasStatus(404);
    }

    @Test
    void signingOutEndsTheSession() {
        String link = visitors.createSignInLink("Rosa", "rosa@exemple.org", Role.STAFF);
        var cookie = Objects.requireNonNull(browser.post()
                .uri("/sign-in/" + link)
                .with(csrf())
                .exchange()
                .getResponse()
                .getCookie("session"));
        assertThat(browser.post().uri("/sign-out").cookie(cookie).with(csrf())).hasStatus(303);
        assertThat(browser.get().uri("/").cookie(cookie)).hasStatus(303);
        assertThat(db.sql("SELECT count(*) FROM identity.session WHERE ended_at IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isPositive();
    }
}
