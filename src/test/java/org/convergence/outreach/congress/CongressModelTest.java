package org.convergence.outreach.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.convergence.advocacy.AdvocacyFixture;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.BodyCompleter.WaitingLetter;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What leaves this module: a model resolution for bulletins and tables, and a letter to the person who goes. */
@ModuleTest
class CongressModelTest {

    private static final String LIST = "/outreach/congress";

    @Autowired
    private AdvocacyFixture fixture;

    @Autowired
    private NewsletterFixture people;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private List<BodyCompleter> completers;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void emptyYear() {
        fixture.clear();
        people.prepare();
        today = settings.today();
        List.of("step", "path", "text", "passport", "representation", "deadline", "gathering")
                .forEach(each -> db.sql("DELETE FROM outreach.congress_" + each).update());
    }

    private String passport() {
        return fixture.post(
                LIST + "/passports/new",
                "title=Pour un salaire viable",
                "why-fr=le salaire ne suffit pas",
                "resolved-fr=la centrale appuie un salaire viable");
    }

    private String congress() {
        return fixture.post(
                LIST + "/new",
                "organisation-new=Syndicat fictif du textile",
                "title=Congrès fictif",
                "kind=CONGRESS",
                "place=Centre fictif des congrès",
                "beginsOn=" + today.plusDays(20),
                "endsOn=" + today.plusDays(22));
    }

    @Test
    void aModelResolutionIsWrittenInAnyLanguage() {
        assertThat(pages.as(Role.STAFF).post(LIST + "/passports/new", "title=For a living wage"))
                .as("in none")
                .hasStatus(422);
        String url = fixture.post(
                LIST + "/passports/new",
                "title=For a living wage",
                "why-en=a wage is not enough",
                "resolved-en=the federation supports a living wage");
        assertThat(pages.as(Role.STAFF).open(url).select("main").text()).contains("supports a living wage");
    }

    @Test
    void aModelResolutionBeginsAKitForBulletins() {
        String begin = pages.as(Role.STAFF)
                .open(passport())
                .select("a[href*=/outreach/relay/new?from=]")
                .attr("href");
        Document form = pages.as(Role.STAFF).open(begin);
        assertThat(form.select("[name=title]").val()).isEqualTo("Pour un salaire viable");
        assertThat(form.select("[name=body]").text()).contains("ne suffit pas", "appuie un salaire viable");
    }

    @Test
    void aModelResolutionBecomesAnArticleOfTheIssueBeingWritten() {
        String issue = Pages.location(pages.as(Role.STAFF).post("/outreach/newsletter/new"));
        String add = pages.as(Role.STAFF)
                .open(passport())
                .select("a[href*=/outreach/newsletter/add?from=]")
                .attr("href");
        Document form = pages.as(Role.STAFF).open(add);
        assertThat(form.select("[name=issue] [selected]").val()).isEqualTo(AdvocacyFixture.id(issue));
        String from = form.select("main [name=from]").val();
        assertThat(pages.as(Role.STAFF).post("/outreach/newsletter/add", "from=" + from, "issue=x"))
                .as("no new issue")
                .hasStatus(422);
        MvcTestResult added = pages.as(Role.STAFF)
                .post("/outreach/newsletter/add", "from=" + from, "issue=" + AdvocacyFixture.id(issue));
        assertThat(Pages.location(added)).isEqualTo(issue);
        assertThat(fixture.main(issue)).contains("Article", "Pour un salaire viable", "appuie un salaire viable");
        assertThat(pages.as(Role.STAFF).get("/outreach/newsletter/add?from=outreach.congress/x"))
                .hasStatus(404);
    }

    @Test
    void aModelResolutionIsAFileToChange() throws IOException {
        MvcTestResult file = pages.as(Role.BOARD_MEMBER).get(passport() + "/model.docx?in=fr");
        assertThat(file).hasStatusOk();
        assertThat(file.getResponse().getHeader("Content-Disposition")).contains("resolution-fr.docx");
        assertThat(words(file.getResponse().getContentAsByteArray()))
                .contains("Pour un salaire viable", "Attendu que", "le salaire ne suffit pas", "Il est résolu que");
        assertThat(pages.as(Role.STAFF).get(passport() + "/model.docx?in=es")).hasStatus(404);
    }

    private static String words(byte[] docx) throws IOException {
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().equals("word/document.xml")) {
                    return new String(parts.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }

    @Test
    void aResolutionIsAddedFromTheGathering() {
        String passport = passport();
        String congress = congress();
        String choose = pages.as(Role.STAFF)
                .open(congress)
                .select("a:contains(Ajouter une résolution)")
                .attr("href");
        Document chosen = pages.as(Role.STAFF).open(choose);
        assertThat(chosen.text()).contains("Congrès fictif");
        String add = chosen.select("a[href*=/paths/new]").attr("href");
        Document form = pages.as(Role.STAFF).open(add);
        assertThat(form.select("[name=gathering] [selected]").val()).isEqualTo(AdvocacyFixture.id(congress));
        fixture.post(
                passport + "/paths/new",
                "organisation="
                        + form.select("[name=organisation][checked], [name=organisation][type=hidden]")
                                .val(),
                "level=CENTRAL",
                "gathering=" + AdvocacyFixture.id(congress));
        assertThat(fixture.main(congress)).contains("Pour un salaire viable");
    }

    @Test
    void whoGoesGetsDayPlaceAndWordsByLetter() {
        PersonId noe = people.someone("Noé", "noe@orga.example", "fr", "Nous-mêmes", "Administration");
        String congress = congress();
        String visit = fixture.post(
                LIST + "/representations/new",
                "topic=Kiosque fictif",
                "gathering=" + AdvocacyFixture.id(congress),
                "origin=ASKED",
                "askedOn=" + today,
                "plannedOn=" + today.plusDays(21),
                "person=" + noe.value(),
                "brief=Parler du salaire viable");
        assertThat(fixture.main(visit + "/letter"))
                .contains("Noé", "Centre fictif des congrès", "Parler du salaire viable");
        assertThat(pages.as(Role.STAFF).post(visit + "/letter")).hasStatus(303);
        assertThat(letters()).as("what nobody read does not leave").isZero();
        String read = mark(visit);
        assertThat(send(visit, read)).hasStatus(303);
        assertThat(send(visit, read)).hasStatus(303);
        assertThat(letters()).as("a double click").isOne();
        assertThat(fixture.main(visit)).contains("Lettre aux personnes qui y vont : En attente d’envoi");
        assertThat(fixture.main(visit + "/letter")).contains("Sa lettre attend");
        BodyCompleter completer = completers.stream()
                .filter(each -> each.name().equals("congress_representation"))
                .findFirst()
                .orElseThrow();
        WaitingLetter letter = db.sql("""
                        SELECT record_id, recipient, posted_at FROM platform.mail_message
                        WHERE purpose = 'congress_representation'
                        """)
                .query((row, n) -> new WaitingLetter(
                        row.getObject("record_id", UUID.class),
                        row.getString("recipient"),
                        "congress_representation",
                        row.getObject("record_id", UUID.class),
                        row.getTimestamp("posted_at").toInstant()))
                .single();
        CurrentActor.runAs(Actor.system("mail"), () -> {
            assertThat(completer.withholdingReason(letter)).isEmpty();
            db.sql("UPDATE outreach.congress_gathering SET place = 'Autre salle'")
                    .update();
            assertThat(completer.complete(letter.subject()).get("brief_fr"))
                    .as("as it is when it leaves")
                    .contains("Autre salle", "Parler du salaire viable");
            db.sql("UPDATE outreach.congress_representation SET person = NULL").update();
            assertThat(completer.withholdingReason(letter)).as("another goes").isPresent();
        });
        assertThat(pages.as(Role.STAFF).get(visit + "/letter"))
                .as("nobody goes")
                .hasStatus(422);
        assertThat(pages.as(Role.BOARD_MEMBER).get(visit + "/letter")).hasStatus(403);
    }

    @Test
    void noLetterAboutACancelledGathering() {
        PersonId noe = people.someone("Noé", "noe@orga.example", "fr", "Nous-mêmes", "Administration");
        String visit = fixture.post(
                LIST + "/representations/new",
                "topic=Kiosque fictif",
                "gathering=" + AdvocacyFixture.id(congress()),
                "origin=ASKED",
                "askedOn=" + today,
                "person=" + noe.value());
        db.sql("UPDATE outreach.congress_gathering SET cancelled_on = ?")
                .param(today)
                .update();
        assertThat(pages.as(Role.STAFF).get(visit + "/letter")).hasStatus(422);
    }

    private String mark(String visit) {
        return pages.as(Role.STAFF)
                .open(visit + "/letter")
                .select("[name=confirmed]")
                .val();
    }

    private MvcTestResult send(String visit, String mark) {
        return pages.as(Role.STAFF).post(visit + "/letter", "confirmed=" + mark);
    }

    private int letters() {
        return db.sql("SELECT count(*) FROM platform.mail_message WHERE purpose = 'congress_representation'")
                .query(Integer.class)
                .single();
    }
}
