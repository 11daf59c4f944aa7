package org.convergence.resources.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.access.Token;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an application needs of others before it is sent: a second look by a link (R-GRANT-22), and letters of partners. */
@ModuleTest
class GrantSecondLookTest {

    private static final String SECRET = "second-look-of-an-application";
    private static final String LINK = "/public/second-look/" + SECRET;

    @Autowired
    private GrantFixture fixture;

    @Autowired
    private NewsletterFixture people;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private String url = "";

    @BeforeEach
    void anApplication() {
        db.sql("DELETE FROM directory.secondlook_invitation").update();
        people.prepare();
        fixture.clear();
        today = settings.today();
        fixture.record("Éducation", today.plusDays(60));
        url = Pages.location(pages.as(Role.STAFF).post("/resources/grant/applications", "call=" + fixture.onlyCall()))
                .replace("/questions", "");
        pages.as(Role.STAFF).post(url + "/questions", "questions=Votre mission?");
        answer("Former et jumeler.", 1);
        assertThat(pages.as(Role.STAFF).post(url + "/budget", "version=1", "budget=Salaires; 12 000; 3 000"))
                .hasStatus(303);
    }

    private void answer(String body, int version) {
        String answer = "/resources/grant/answers/"
                + db.sql("SELECT id FROM resources.grant_answer")
                        .query(UUID.class)
                        .single();
        assertThat(pages.as(Role.STAFF)
                        .post(
                                answer,
                                form -> form.field("version", version)
                                        .field("question", "Votre mission?")
                                        .field("writer", fixture.writer().value())
                                        .field("body", body)))
                .hasStatus(303);
    }

    private String ask() {
        return "/directory/secondlook/resources.grant/" + url.substring(url.lastIndexOf('/') + 1);
    }

    private void ask(PersonId reader) {
        Document shown = Pages.require(pages.as(Role.COORDINATOR).post(ask(), "reader=" + reader.value()));
        String confirmed = "confirmed=" + shown.select("button[name=confirmed]").val();
        assertThat(pages.as(Role.COORDINATOR).post(ask(), "reader=" + reader.value(), confirmed))
                .hasStatus(303);
        db.sql("INSERT INTO directory.secondlook_link (id, invitation, token, made_at)"
                        + " SELECT gen_random_uuid(), id, ?, now() FROM directory.secondlook_invitation")
                .param(Token.hashOf(SECRET))
                .update();
    }

    @Test
    void aBoardMemberWithoutAccountApprovesByLink() {
        assertThat(pages.as(Role.STAFF).open(url).select("a[href^=/directory/secondlook]"))
                .as("those who decide ask for it")
                .isEmpty();
        assertThat(pages.as(Role.STAFF).post(ask(), "reader=" + fixture.reader().value()))
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(ask(), "reader=" + fixture.writer().value()))
                .as("a writer is no second look")
                .hasStatus(422);
        ask(people.someone("Dora", "dora@union.example", "fr", "Syndicat D", "Trésorière"));
        assertThat(fixture.main(url)).contains("Dora Roy", "Demandé");
        Document opened = pages.asStranger().open(LINK);
        assertThat(opened.text())
                .contains(
                        "Votre mission?", "Former et jumeler.", "Salaires : 12 000,00 demandés et 3 000,00 d’ailleurs");
        answer("Former, jumeler et témoigner.", 2);
        assertThat(good(opened)).as("an answer that she did not see").isEqualTo(422);
        assertThat(good(pages.asStranger().open(LINK))).isEqualTo(303);
        assertThat(fixture.main(url)).contains("C’est bon", "Approuvée, à déposer", "par Dora Roy");
        assertThat(good(opened)).as("twice").isEqualTo(422);
    }

    private int good(Document opened) {
        return pages.asStranger()
                .post(
                        LINK + "/good",
                        "wording=" + opened.select("input[name=wording]").val())
                .getResponse()
                .getStatus();
    }

    @Test
    void aLetterOfAPartnerIsAskedAwaitedAndReceived() {
        String letters = url + "/letters";
        String[] asked = {
            "organisation-new=Syndicat des brodeuses",
            "what=Lettre d’appui",
            "askedOn=" + today.minusDays(9),
            "dueOn=" + today.minusDays(10),
            "version=0"
        };
        assertThat(pages.as(Role.STAFF).post(letters + "/new", asked))
                .as("due before it is asked")
                .hasStatus(422);
        asked[3] = "dueOn=" + today.minusDays(2);
        assertThat(pages.as(Role.VOLUNTEER).post(letters + "/new", asked)).hasStatus(403);
        assertThat(pages.as(Role.STAFF).post(letters + "/new", asked)).hasStatus(303);
        assertThat(fixture.main(url)).contains("Syndicat des brodeuses – Lettre d’appui", "En retard");
        assertThat(fixture.main("/resources/grant/applications")).contains("0 lettre reçue sur 1");
        assertThat(fixture.main("/")).contains("Lettre attendue de Syndicat des brodeuses");
        String letter = letters + "/"
                + db.sql("SELECT id FROM resources.grant_letter")
                        .query(UUID.class)
                        .single();
        assertThat(pages.as(Role.STAFF).post(letter + "/received")).hasStatus(303);
        assertThat(fixture.main("/")).doesNotContain("Lettre attendue");
        assertThat(fixture.main("/resources/grant/applications")).contains("1 lettre reçue sur 1");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                letter,
                                "organisation=" + organisation(),
                                "what=Lettre",
                                "askedOn=" + today,
                                "receivedOn=" + today.minusDays(1),
                                "version=2"))
                .as("received before it is asked")
                .hasStatus(422);
        db.sql("UPDATE resources.grant_application SET state = 'ABANDONED'").update();
        assertThat(pages.as(Role.STAFF).post(letter + "/delete"))
                .as("it was abandoned")
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF).open(url).select("a[href$=/letters/new]"))
                .isEmpty();
    }

    private UUID organisation() {
        return db.sql("SELECT organisation FROM resources.grant_letter")
                .query(UUID.class)
                .single();
    }
}
