package org.convergence.outreach.exhibition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.SampleFiles;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** A photograph is shown to anyone as long as its consent lasts; then its page and its file answer 410 (R-EDU-9). */
@ModuleTest
class ExhibitionOnlineTest {

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private AllIdentityReferences references;

    @Autowired
    private PersonService persons;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private UUID id = new UUID(0, 0);
    private String staff = "";
    private String shown = "";

    @BeforeEach
    void newExhibition() {
        users.ensureOrganisation();
        clear();
        today = settings.today();
        id = UUID.randomUUID();
        db.sql("""
                        INSERT INTO outreach.exhibition (id, title, panels, insured_value, space_metres, travel_dismount,
                                                         travel_transport, travel_mount)
                        VALUES (?, 'Mains fictives', 12, 9000, 20, 1, 2, 1)
                        """).param(id).update();
        staff = "/outreach/exhibition/" + id + "/pictures";
        shown = "/public/exhibition/" + id;
    }

    @AfterEach
    void clear() {
        for (String table : new String[] {"_photograph", "_damage", "_report", "_booking", ""}) {
            db.sql("DELETE FROM outreach.exhibition" + table).update();
        }
    }

    private MvcTestResult add(int number, String scope, String until, String english) {
        return mvc.post()
                .uri(staff + "/new")
                .multipart()
                .file("picture", SampleFiles.jpeg(40, 30))
                .param("number", String.valueOf(number))
                .param("credit", "Atelier fictif")
                .param("consent", "formulaire " + number)
                .param("scope", scope)
                .param("until", until)
                .param("title-fr", "Titre " + number)
                .param("alternative-fr", "Deux mains tiennent une aiguille " + number)
                .param("title-en", english.isEmpty() ? "" : "Title " + number)
                .param("alternative-en", english)
                .with(users.as(Role.STAFF))
                .with(csrf())
                .exchange();
    }

    private void added(int number, String scope, String until) {
        assertThat(add(number, scope, until, "Two hands hold a needle")).hasStatus(303);
    }

    private String picture(int number) {
        return staff + "/"
                + db.sql("SELECT id FROM outreach.exhibition_picture WHERE number = ?")
                        .param(number)
                        .query(UUID.class)
                        .single();
    }

    private void post(String url) {
        assertThat(pages.as(Role.STAFF).post(url)).hasStatus(303);
    }

    @Test
    void anyoneSeesAPageForEachPhotographOnceTheExhibitionIsOnline() {
        added(1, "BOTH", "");
        added(2, "PANELS", "");
        added(3, "ONLINE", today.toString());
        assertThat(pages.asStranger().get(shown)).as("not online").hasStatus(404);
        post(staff + "/online");
        Document home = pages.asStranger().open(shown + "?in=fr");
        assertThat(home.select("main ol img").eachAttr("alt")).containsExactly("Titre 1", "Titre 3");
        Document first = pages.asStranger().open(shown + "/1?in=fr");
        assertThat(first.select("figure img").attr("alt")).isEqualTo("Deux mains tiennent une aiguille 1");
        assertThat(first.select("main").text().replace('\u00a0', ' '))
                .contains("Photographie : Atelier fictif")
                .doesNotContain("formulaire");
        assertThat(first.select("a[rel=next]").attr("href")).startsWith(shown + "/3");
        Document english = pages.asStranger().open(shown + "/1?in=en");
        assertThat(english.select("figure img").attr("alt")).isEqualTo("Two hands hold a needle");
        Document spanish = pages.asStranger().open(shown + "/1?in=es");
        assertThat(spanish.select("figure img").attr("lang"))
                .as("words of another language")
                .isEqualTo("fr");
        assertThat(spanish.select("main").text()).contains("Lo que se ve");
        assertThat(home.select("main a[href*=panels]")).hasSize(1);
        assertThat(pages.asStranger()
                        .open(shown + "/panels?in=fr")
                        .select(".panel h2")
                        .eachText())
                .as("without the one whose consent is for online alone")
                .containsExactly("Titre 1");
        post(picture(1) + "/withdraw");
        assertThat(pages.asStranger().open(shown).select("main a[href*=panels]"))
                .as("nothing to print")
                .isEmpty();
        post(picture(1) + "/resume");
        assertThat(pages.asStranger().get(shown + "/2")).as("for panels alone").hasStatus(404);
        MvcTestResult image = pages.asStranger().get(shown + "/1/image");
        assertThat(image).hasStatusOk();
        assertThat(image.getResponse().getContentType()).isEqualTo("image/jpeg");
        assertThat(image.getResponse().getHeader("Cache-Control")).contains("no-store");
    }

    @Test
    void aWithdrawnOrExpiredPhotographIsGoneAndTheTeamSeesWhichPanelsHang() {
        added(1, "BOTH", "");
        added(2, "BOTH", today.minusDays(1).toString());
        post(staff + "/online");
        assertThat(pages.asStranger().get(shown + "/2")).as("expired").hasStatus(410);
        assertThat(pages.asStranger().get(shown + "/2/image")).hasStatus(410);
        post(picture(1) + "/withdraw");
        assertThat(pages.asStranger().get(shown + "/1")).hasStatus(410);
        MvcTestResult gone = pages.asStranger().get(shown + "/1/image");
        assertThat(gone).hasStatus(410);
        assertThat(gone.getResponse().getContentAsByteArray()).isEmpty();
        assertThat(pages.asStranger().open(shown).select("main img")).isEmpty();
        bookOut();
        assertThat(pages.as(Role.STAFF).open(staff).select(".notice").text()).contains("Matane");
        post(picture(1) + "/resume");
        assertThat(pages.asStranger().get(shown + "/1")).hasStatusOk();
        assertThat(pages.as(Role.VOLUNTEER).post(picture(1) + "/withdraw")).hasStatus(403);
    }

    private void bookOut() {
        UUID host = CurrentActor.callAs(
                users.actor(Role.COORDINATOR),
                () -> people.findOrCreateOrganisation("École des Rives").value());
        db.sql("""
                        INSERT INTO outreach.exhibition_booking (id, exhibition, host, city, asked_on, open_from, open_to, held_from,
                                                                 held_to, state, contract_on, nail_to_nail, host_liability,
                                                                 space_note, security_note)
                        SELECT gen_random_uuid(), e.id, :host, 'Matane', :today, :today, :today, :today, :today, 'OUT', :today, true,
                               true, 'x', 'x'
                        FROM outreach.exhibition e
                        """).param("today", today).param("host", host).update();
    }

    @Test
    void asksForNothingOnPanelsWhenTheConsentIsForOnlineAlone() {
        added(1, "ONLINE", today.minusDays(1).toString());
        bookOut();
        assertThat(pages.as(Role.STAFF).open(staff).select(".notice")).isEmpty();
        added(2, "PANELS", today.plusDays(5).toString());
        added(3, "ONLINE", today.plusDays(5).toString());
        assertThat(pages.as(Role.COORDINATOR).open("/").select("main").text().replace('\u00a0', ' '))
                .contains("Mains fictives : fin du consentement de la photographie 2")
                .doesNotContain("photographie 1", "photographie 3");
    }

    @Test
    void findsAPhotographOnlyInItsExhibitionAndKeepsTheDayOnline() {
        added(1, "BOTH", "");
        String elsewhere = picture(1).replace(id.toString(), UUID.randomUUID().toString());
        assertThat(pages.as(Role.STAFF).get(elsewhere)).hasStatus(404);
        assertThat(pages.as(Role.STAFF).post(elsewhere + "/withdraw")).hasStatus(404);
        assertThat(pages.as(Role.STAFF).post("/outreach/exhibition/" + UUID.randomUUID() + "/pictures/online"))
                .hasStatus(404);
        db.sql("UPDATE outreach.exhibition SET online_since = ?")
                .param(today.minusDays(3))
                .update();
        post(staff + "/online");
        assertThat(db.sql("SELECT online_since FROM outreach.exhibition")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(today.minusDays(3));
    }

    @Test
    void erasedPersonIsNamedInNoWordsOfAPhotograph() {
        assertThat(add(1, "BOTH", "", "Zénaïde Quenouille holds a needle")).hasStatus(303);
        CurrentActor.callAs(users.actor(Role.COORDINATOR), () -> {
            PersonId person = persons.create(PersonFacts.named("Zénaïde", "Quenouille"));
            transaction.executeWithoutResult(status -> references.forEach(each -> {
                each.rename(person, IdentityReference.WITHOUT);
                each.erase(person);
            }));
            return true;
        });
        post(staff + "/online");
        assertThat(pages.asStranger().open(shown + "/1?in=en").select("main").text())
                .contains("[retiré] holds a needle")
                .doesNotContain("Quenouille");
    }

    @Test
    void correctsAndRemovesTheWordsOfALanguage() {
        added(1, "BOTH", "");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                picture(1),
                                "version=1",
                                "number=1",
                                "credit=x",
                                "consent=x",
                                "scope=BOTH",
                                "title-fr=Autre titre",
                                "alternative-fr=Autre chose"))
                .hasStatus(303);
        assertThat(db.sql("SELECT language || ' ' || title FROM outreach.exhibition_picture_text")
                        .query(String.class)
                        .list())
                .containsExactly("fr Autre titre");
        Document form = pages.as(Role.STAFF).open(picture(1));
        assertThat(form.select("textarea[name=alternative-en]").attr("lang")).isEqualTo("en");
        assertThat(form.select("label[for=" + form.select("[name=title-en]").attr("id") + "]")
                        .text())
                .startsWith("Titre (anglais)");
    }

    @Test
    void refusesANumberTwiceAMissingAlternativeAndAFileThatIsNoPicture() {
        added(1, "BOTH", "");
        assertThat(add(1, "BOTH", "", "")).hasStatus(422);
        MvcTestResult silent = mvc.post()
                .uri(staff + "/new")
                .multipart()
                .file("picture", SampleFiles.pdf())
                .param("number", "2")
                .param("credit", "x")
                .param("consent", "x")
                .param("scope", "BOTH")
                .param("title-fr", "Sans mots")
                .with(users.as(Role.STAFF))
                .with(csrf())
                .exchange();
        assertThat(silent).hasStatus(422);
        assertThat(Objects.requireNonNull(Pages.parse(silent).select("main").first())
                        .text())
                .contains("Dites ce qu’on y voit");
        assertThat(pages.as(Role.STAFF).post(picture(1), "version=1", "number=1"))
                .hasStatus(422);
    }
}
