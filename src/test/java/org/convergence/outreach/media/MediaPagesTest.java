package org.convergence.outreach.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The press: requests that have hours, releases under embargo, pick-up and posts as realisations. */
@ModuleTest
class MediaPagesTest {

    private static final String HOME = "/outreach/media";

    @Autowired
    private NewsletterFixture people;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private PersonId answering = new PersonId(new UUID(0, 0));

    /** Afterwards too: a segment that a release names cannot be deleted. */
    @AfterEach
    void emptyPress() {
        List.of("pickup", "request", "recipient", "release", "contact", "post")
                .forEach(each -> db.sql("DELETE FROM outreach.media_" + each).update());
    }

    @BeforeEach
    void prepare() {
        emptyPress();
        people.prepare();
        today = settings.today();
        answering = people.someone("Zoé", null, "fr", "Nous-mêmes", "Coordination");
    }

    private String post(String url, String... fields) {
        MvcTestResult done = pages.as(Role.COORDINATOR).post(url, fields);
        assertThat(done).as(Pages.text(done)).hasStatus(303);
        return String.valueOf(done.getResponse().getHeader("Location"));
    }

    private String main(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main").text().replace('\u00a0', ' ');
    }

    private void setEmbargo(String until) {
        db.sql("UPDATE outreach.media_release SET embargo_until = " + until).update();
    }

    private long realisations(String kind, String title) {
        return db.sql("SELECT count(*) FROM plan.realisation WHERE state = 'DONE' AND kind = ? AND title = ?")
                .params(kind, title)
                .query(Long.class)
                .single();
    }

    @Test
    void requestStandsOnTheHomePageWithItsHourUntilItIsAnsweredWithAMandate() {
        String[] asked = {
            "about=Le salaire viable " + UUID.randomUUID(), "dueOn=" + today, "dueAt=15 h 30", "asker=Jo", "version=0"
        };
        String topic = asked[0].substring(6);
        assertThat(pages.as(Role.STAFF).post(HOME + "/requests/new", "about=x", "dueOn=" + today, "dueAt=midi"))
                .as("an hour, and who asks")
                .hasStatus(422);
        String url = post(HOME + "/requests/new", asked);
        assertThat(main("/")).contains("Avant 15 h 30, répondre à la presse : " + topic);
        assertThat(main(HOME)).contains("avant le");
        assertThat(pages.as(Role.STAFF).post(url + "/answer", "version=1", "outcome=Entrevue"))
                .as("who answers, and by which mandate")
                .hasStatus(422);
        post(
                url + "/edit",
                "about=" + topic,
                "dueOn=" + today,
                "dueAt=15:30",
                "asker=Jo",
                "responsible=" + answering.value(),
                "mandate=Résolution CA-3",
                "version=1");
        assertThat(pages.as(Role.STAFF).post(url + "/answer", "version=1", "outcome=Entrevue"))
                .as("edited meanwhile")
                .hasStatus(409);
        post(url + "/answer", "version=2", "outcome=Entrevue de dix minutes");
        assertThat(main("/")).doesNotContain(topic);
        assertThat(main(url)).contains("Répondu", "Résolution CA-3", "Entrevue de dix minutes");
        post(url + "/acts/reopen");
        assertThat(main("/")).contains(topic);
        assertThat(pages.as(Role.BOARD_MEMBER).post(HOME + "/requests/new", asked))
                .hasStatus(403);
    }

    @Test
    void pickupIsARealisationAndGoesWithIt() {
        String title = "Où vont nos vêtements " + UUID.randomUUID();
        String[] seen = {
            "title=" + title,
            "outlet-new=Le Quotidien fictif",
            "seenOn=" + today,
            "url=https://q.example/a",
            "interview=true"
        };
        assertThat(pages.as(Role.STAFF)
                        .post(HOME + "/pickups/new", "title=x", "outlet-new=Q", "seenOn=" + today.plusDays(1)))
                .hasStatus(422);
        post(HOME + "/pickups/new", seen);
        assertThat(realisations("MEDIA", title)).isOne();
        assertThat(main(HOME)).contains(title, "entrevue");
        String id = db.sql("SELECT id::text FROM outreach.media_pickup")
                .query(String.class)
                .single();
        assertThat(pages.as(Role.COORDINATOR)
                        .get(HOME + "/pickups/" + id)
                        .getResponse()
                        .getHeader("Location"))
                .startsWith("/plan/realisation/");
        post(HOME + "/pickups/" + id + "/remove");
        assertThat(realisations("MEDIA", title)).isZero();
    }

    @Test
    void releaseIsPublicOnlyOnceItsEmbargoIsOver() {
        String title = "Trois syndicats " + UUID.randomUUID();
        String url = post(
                HOME + "/releases/new",
                "title-fr=" + title,
                "body-fr=Le rapport paraît.",
                "title-es=Tres sindicatos",
                "body-es=Sale el informe.",
                "embargoOn=" + today.plusDays(2),
                "embargoAt=6h",
                "version=0");
        assertThat(pages.as(Role.STAFF)
                        .post(HOME + "/releases/new", "title-fr=x", "body-fr=y", "embargoAt=6h", "version=0"))
                .as("an hour without a day")
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR).post(url + "/take-back"))
                .as("never issued")
                .hasStatus(422);
        setEmbargo("embargo_until - interval '10 days'");
        assertThat(pages.as(Role.COORDINATOR).post(url + "/issue"))
                .as("its embargo is past")
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR).open(url).select("main").text())
                .contains("Cet embargo est passé")
                .doesNotContain("Rendre public");
        setEmbargo("embargo_until + interval '10 days'");
        String address = "/public/press/" + url.substring(url.lastIndexOf('/') + 1);
        assertThat(pages.asStranger().get(address)).as("a draft").hasStatus(404);
        post(url + "/issue");
        assertThat(main(url)).contains("Sous embargo");
        assertThat(Pages.notice(pages.as(Role.COORDINATOR).post(url + "/take-back")))
                .as("it was never public, and no letter waits")
                .endsWith("media.release.taken-back\u001f\u001ftEMBARGO\u001fn0\u001fn0");
        post(url + "/issue");
        assertThat(pages.asStranger().get(address)).as("under embargo").hasStatus(404);
        assertThat(Pages.text(pages.asStranger().get("/public/feeds/press.atom")))
                .doesNotContain(title);
        assertThat(pages.as(Role.STAFF).post(url + "/edit", "title-fr=x", "body-fr=y", "version=2"))
                .as("issued")
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF)
                        .post(
                                url + "/edit",
                                "title-fr=" + title,
                                "body-fr=Le rapport paraît.",
                                "title-es=Tres sindicatos",
                                "body-es=Sale el informe.",
                                "embargoOn=" + today.plusDays(2),
                                "embargoAt=6h",
                                "version=4"))
                .as("the text that is public")
                .hasStatus(303);
        setEmbargo("now() - interval '1 minute'");
        assertThat(Pages.text(pages.asStranger().get(address + "?in=es")))
                .contains("Sale el informe.", "hora de", "(UTC");
        assertThat(Pages.text(pages.asStranger().get(address + "?in=en"))).contains("Le rapport paraît.");
        assertThat(Pages.text(pages.asStranger().get("/public/feeds/press.atom?in=fr")))
                .contains(title);
        post(url + "/take-back");
        assertThat(pages.asStranger().get(address)).hasStatus(404);
    }

    @Test
    void releaseGoesOnceToPressContactsOfItsTheme() {
        PersonId jade = people.someone("Jade", "jade@deuxrives.example", "fr", "Le Quotidien fictif", "Journaliste");
        PersonId nilo = people.someone("Nilo", "nilo@ondas.example", "es", "Radio fictive", "Journaliste");
        people.isPublished(jade);
        people.isPublished(nilo);
        post(HOME + "/contacts/new", "person=" + jade.value(), "themes=Textile, travail", "version=0");
        post(HOME + "/contacts/new", "person=" + nilo.value(), "themes=climat", "countries=MX", "version=0");
        assertThat(pages.as(Role.STAFF).post(HOME + "/contacts/new", "person=" + jade.value(), "themes=x"))
                .as("one press contact for a person")
                .hasStatus(422);
        assertThat(main(HOME + "/contacts?theme=TEXTILE")).contains("Jade").doesNotContain("Nilo");
        assertThat(main(HOME + "/contacts?country=MX")).contains("Jade", "Nilo", "Mexique");
        assertThat(main(HOME + "/contacts?country=HT")).contains("Jade").doesNotContain("Nilo");
        assertThat(pages.as(Role.BOARD_MEMBER).get(HOME + "/contacts")).hasStatus(403);
        UUID segment = UUID.randomUUID();
        db.sql("INSERT INTO directory.segment (id, name, criteria) VALUES (?, ?, '{presstheme=textile}')")
                .params(segment, "Presse textile " + segment)
                .update();
        String url =
                post(HOME + "/releases/new", "title-fr=Le fil", "body-fr=Texte.", "segment=" + segment, "version=0");
        assertThat(main(url + "/send"))
                .contains("Jade", "POUR PUBLICATION IMMÉDIATE")
                .doesNotContain("Nilo");
        setEmbargo("now() - interval '1 hour'");
        assertThat(pages.as(Role.COORDINATOR).post(url + "/send"))
                .as("its embargo is past")
                .hasStatus(422);
        setEmbargo("now() + interval '2 days'");
        assertThat(main(url + "/send")).contains("SOUS EMBARGO", "heure de", "(UTC");
        setEmbargo("NULL");
        PersonId member = people.someone("Rita", "rita@membre.example", "fr", "Union", "Présidence");
        people.isPublished(member);
        db.sql("UPDATE directory.segment SET criteria = '{}' WHERE id = ?")
                .param(segment)
                .update();
        assertThat(main(url + "/send")).contains("Rita", "pas un contact de presse");
        db.sql("DELETE FROM outreach.media_contact WHERE person = ?")
                .param(nilo.value())
                .update();
        // A mailing to the outlet on the same day does not hold a release back (R-MAIL-13).
        db.sql("""
                        INSERT INTO directory.segment_letter (organisation, mailing, sent_on)
                        SELECT id, gen_random_uuid(), :today FROM directory.people_organisation
                        WHERE name = 'Le Quotidien fictif'
                        """).param("today", today).update();
        post(url + "/send");
        assertThat(db.sql("SELECT recipient FROM platform.mail_message WHERE purpose = 'media_release'")
                        .query(String.class)
                        .list())
                .containsExactly("jade@deuxrives.example");
        assertThat(pages.as(Role.COORDINATOR).post(url + "/send"))
                .as("a second time")
                .hasStatus(422);
        assertThat(main(url + "/send")).contains("Jade", "L’attend déjà");
        post(url + "/take-back-letters");
        post(url + "/edit", "title-fr=Le fil, corrigé", "body-fr=Texte.", "segment=" + segment, "version=3");
        post(url + "/send");
        assertThat(main(url)).contains("Le fil, corrigé", "1 en attente d’envoi", "Reprendre les lettres");
        setEmbargo("now() - interval '1 hour'");
        assertThat(main(url)).contains("Rendre public", "Passé, et des lettres").doesNotContain("à la fin de");
        assertThat(pages.as(Role.STAFF).post(url + "/send")).hasStatus(403);
    }

    @Test
    void postsOfAMonthAreOneRealisation() {
        YearMonth month = YearMonth.from(today).minusMonths(1);
        post(HOME + "/posts", "month=" + month, "links=https://r.example/1\nhttps://r.example/2 hier");
        post(HOME + "/posts", "month=" + month, "links=https://r.example/2\nhttps://r.example/3");
        assertThat(db.sql("""
                        SELECT title FROM plan.realisation
                        WHERE source_module = 'outreach.media' AND source_kind = 'posts' AND source_id = ?
                        """).param(month.toString()).query(String.class).list())
                .singleElement()
                .asString()
                .startsWith("3 publications sur les réseaux et le site");
        String links = HOME + "/posts/" + month;
        for (int left = 3; left > 0; left--) {
            post(pages.as(Role.STAFF)
                    .open(links)
                    .select("form[action$=remove]")
                    .get(0)
                    .attr("action"));
        }
        assertThat(pages.as(Role.STAFF).open(links).text()).contains("Aucun lien");
        assertThat(db.sql("SELECT state FROM plan.realisation WHERE source_kind = 'posts' AND source_id = ?")
                        .param(month.toString())
                        .query(String.class)
                        .single())
                .as("no post is left")
                .isEqualTo("WITHDRAWN");
        assertThat(pages.as(Role.STAFF).post(HOME + "/posts", "month=" + month, "links=rien"))
                .hasStatus(422);
    }
}
