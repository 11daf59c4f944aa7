package org.convergence.outreach.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Token;
import org.convergence.platform.document.SampleFiles;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.mail.domain.TestLetterSender;
import org.convergence.platform.settings.OrganisationSettings;
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

/** What a kit offers to its readers, and its last day. */
@ModuleTest
class RelayKitTest {

    @Autowired
    private NewsletterFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    @Autowired
    private TestLetterSender sender;

    @Autowired
    private List<RecurringWork> works;

    @Autowired
    private JdbcClient db;

    private String segment = "";

    @BeforeEach
    void segment() {
        db.sql("DELETE FROM outreach.relay").update();
        db.sql("DELETE FROM outreach.relay_kit").update();
        fixture.prepare();
        fixture.isPublished(fixture.someone("Ana", "ana@union.example", "fr", "Syndicat A", "Communications"));
        segment = Pages.location(pages.as(Role.STAFF)
                        .post("/directory/segment/new", "name=Bulletins", "c-function=communications"))
                .replaceFirst(".*/", "");
    }

    @Test
    void letterAndPageTakeTheLanguageOfTheirReader() {
        fixture.isPublished(fixture.someone("Bao", "bao@union.example", "es", "Syndicat B", "Communications"));
        assertThat(writeWithPicture(""))
                .as("a picture without words in Spanish")
                .hasStatus(422);
        MvcTestResult written = writeWithPicture("Dos manos cosen");
        assertThat(written).as(Pages.text(written)).hasStatus(303);
        String kit = Pages.location(written);
        assertThat(main(kit)).contains("Quarante mots.", "Le texte en espagnol", "Salario digno", "Dos manos cosen");
        assertThat(pages.as(Role.STAFF)
                        .open(kit + "/edit")
                        .select("[name=title-es]")
                        .val())
                .isEqualTo("Salario digno");
        assertThat(pages.as(Role.STAFF).post(kit + "/send")).hasStatus(303);
        assertThat(letter("ana@union.example"))
                .contains("Salaire viable", "Un chandail sur dix.", "Quarante mots.", "Deux mains cousent");
        assertThat(letter("bao@union.example"))
                .contains("Salario digno", "Uno de cada diez.", "Dos manos cosen")
                .doesNotContain("Un chandail", "Quarante mots", "Más corto");

        String link = link("Syndicat B");
        Document page = pages.asStranger().open(link);
        assertThat(page.select("h1").text()).isEqualTo("Salario digno");
        assertThat(page.select("#relay-text").attr("lang")).isEqualTo("es");
        assertThat(page.select("#relay-text").text()).contains("Salario digno", "Uno de cada diez.");
        assertThat(page.select("[data-copy=relay-text]").text()).isEqualTo("Copiar el texto");
        assertThat(page.select("#relay-short")).as("no short text in Spanish").isEmpty();
        assertThat(page.select("img").attr("alt")).isEqualTo("Dos manos cosen");
        MvcTestResult picture = pages.asStranger().get(page.select("img").attr("src"));
        assertThat(picture).hasStatusOk().hasContentTypeCompatibleWith("image/jpeg");
        assertThat(pages.asStranger()
                        .open(link + "?in=fr")
                        .select("#relay-short")
                        .text())
                .isEqualTo("Quarante mots.");
        assertThat(pages.asStranger()
                        .open(link + "?in=en")
                        .select("#relay-text")
                        .attr("lang"))
                .as("not written in English")
                .isEqualTo("fr");
        db.sql("UPDATE outreach.relay_kit SET picture = NULL").update();
        assertThat(pages.asStranger().open(link).select("img")).isEmpty();
        assertThat(pages.asStranger().get(link + "/picture")).hasStatus(404);
    }

    @Test
    void textInAnotherLanguageIsWholeOrEmpty() {
        MvcTestResult half =
                pages.as(Role.STAFF).post("/outreach/relay/new", "title=A", "body=B", "short-en=Only this");
        assertThat(half).hasStatus(422);
        assertThat(Pages.parse(half).select("details[open] [aria-invalid=true]").eachAttr("name"))
                .containsExactly("title-en", "body-en");
    }

    @Test
    void tellsTheBulletinsThatCloseBeforeItsDay() {
        fixture.isPublished(fixture.someone("Bao", "bao@union.example", "fr", "Syndicat B", "Communications"));
        fixture.isPublished(fixture.someone("Cleo", "cleo@union.example", "fr", "Syndicat C", "Communications"));
        closes("Syndicat B", -1, "OPEN");
        String kit = Pages.location(write("/outreach/relay/new", 0));
        assertThat(main("/")).as("a bulletin that is closed").doesNotContain("Trousse à proposer");
        closes("Syndicat A", 2, "OPEN");
        closes("Syndicat B", 1, "OPEN");
        closes("Syndicat C", 9, "OPEN");
        closes("Syndicat C", 2, "DONE");
        assertThat(main("/"))
                .contains("Trousse à proposer : Salaire viable", "Bulletin qui ferme ce jour-là : Syndicat B")
                .doesNotContain("ce jour-là : Syndicat C");
        assertThat(main(kit + "/send")).contains("2 de ces bulletins ferment d’ici le", "d’abord celui de Syndicat B");
        assertThat(pages.as(Role.STAFF).post(kit + "/send")).hasStatus(303);
        assertThat(main("/")).as("proposed").doesNotContain("Trousse à proposer");
        db.sql("DELETE FROM outreach.congress_gathering WHERE title = 'Congrès des trousses'")
                .update();
    }

    private void closes(String organisation, int inDays, String state) {
        UUID gathering = UUID.randomUUID();
        LocalDate day = settings.today().plusDays(inDays);
        db.sql("""
                        INSERT INTO outreach.congress_gathering (id, organisation, kind, title, begins_on, ends_on, expected)
                        SELECT ?, id, 'CONGRESS', 'Congrès des trousses', CAST(? AS date), CAST(? AS date), false
                        FROM directory.people_organisation WHERE name = ?
                        """)
                .params(gathering, day.plusDays(20), day.plusDays(21), organisation)
                .update();
        db.sql("""
                        INSERT INTO outreach.congress_deadline (id, gathering, kind, due_on, lead_days, state)
                        VALUES (gen_random_uuid(), ?, 'BULLETIN', ?, 0, ?)
                        """).params(gathering, day, state).update();
    }

    private MvcTestResult writeWithPicture(String spanish) {
        return mvc.post()
                .uri("/outreach/relay/new")
                .multipart()
                .file("picture", SampleFiles.jpeg(40, 30))
                .param("title", "Salaire viable")
                .param("body", "Un chandail sur dix.")
                .param("short", "Quarante mots.")
                .param("alternative", "Deux mains cousent")
                .param("title-es", "Salario digno")
                .param("body-es", "Uno de cada diez.")
                .param("alternative-es", spanish)
                .param("segment", segment)
                .with(users.as(Role.STAFF))
                .with(csrf())
                .exchange();
    }

    private String letter(String to) {
        return db.sql("SELECT body FROM platform.mail_message WHERE recipient = ?")
                .param(to)
                .query(String.class)
                .single();
    }

    private String link(String organisation) {
        Token token = Token.random();
        db.sql("""
                        INSERT INTO outreach.relay_link (id, relay, token, made_at)
                        SELECT gen_random_uuid(), r.id, ?, r.changed_at FROM outreach.relay r
                        JOIN directory.people_organisation o ON o.id = r.organisation WHERE o.name = ?
                        """).params(token.hash(), organisation).update();
        return "/outreach/relay/link/" + token.secret();
    }

    @Test
    void isProposedToNobodyAndMayBeCorrectedWhileNoLetterLeft() {
        String kit = Pages.location(write("/outreach/relay/new", 0));
        assertThat(pages.as(Role.STAFF).post(kit + "/send")).hasStatus(303);
        db.sql("UPDATE outreach.relay_kit SET publish_before = ?")
                .param(settings.today().minusDays(1))
                .update();
        withLetters("WITHHELD");
        assertThat(main(kit))
                .contains("1 retenu", "Le dernier jour pour publier est passé", "Personne ne l’a reçue")
                .doesNotContain("son texte ne change plus", "Proposer aux bulletins");
        assertThat(Pages.notice(pages.as(Role.STAFF).get(kit + "/send"))).contains("relay.refused.over");
        MvcTestResult refused = pages.as(Role.STAFF).post(kit + "/send");
        assertThat(refused).hasStatus(422);
        assertThat(Pages.text(refused)).contains("Le dernier jour pour publier est passé");

        assertThat(write(kit + "/edit", 1)).hasStatus(303);
        assertThat(main(kit)).doesNotContain("lettre à", "retenu");
        assertThat(main(kit + "/send")).contains("Proposer à 1 bulletin");
        assertThat(pages.as(Role.STAFF).post(kit + "/send")).hasStatus(303);
        assertThat(write(kit + "/edit", 2))
                .as("its letter waits, and is taken back")
                .hasStatus(303);
        assertThat(count("state <> 'WITHHELD'")).isZero();
        assertThat(pages.as(Role.STAFF).post(kit + "/send")).hasStatus(303);
        withLetters("SENT");
        assertThat(write(kit + "/edit", 3)).as("its letter left").hasStatus(422);
        assertThat(main(kit)).contains("son texte ne change plus");
    }

    @Test
    void leavesNoLongerOnceItsTextIsTakenBack() {
        String kit = Pages.location(write("/outreach/relay/new", 0));
        pages.as(Role.STAFF).post(kit + "/send");
        String link = link("Syndicat A");
        assertThat(pages.asStranger().open(link).text()).contains("Un chandail sur dix");
        db.sql("UPDATE outreach.relay_kit SET source = 'outreach.event/' || id").update();
        assertThat(pages.asStranger().open(link).text())
                .contains("Ce texte n’est plus à publier", "Où en êtes-vous?")
                .doesNotContain("Un chandail sur dix");
        CurrentActor.runAs(Actor.system("mail"), () -> sender.carry(1));
        assertThat(count("state = 'WITHHELD' AND problem = 'relay.letter.withheld.taken-back'"))
                .isOne();
        assertThat(main(kit)).contains("Personne ne l’a reçue.").doesNotContain("vous pouvez la modifier");
        CurrentActor.runAs(
                Actor.system("sweep"),
                () -> works.stream()
                        .filter(each -> each.name().equals("relay-sweep"))
                        .forEach(RecurringWork::run));
        assertThat(findWeeks()).as("no letter left this week").isEmpty();
    }

    /** The organisations whose letter of the week is used. */
    private List<String> findWeeks() {
        return db.sql("""
                        SELECT o.name FROM directory.segment_letter l
                        JOIN directory.people_organisation o ON o.id = l.organisation ORDER BY o.name
                        """).query(String.class).list();
    }

    private void withLetters(String state) {
        db.sql(
                        "UPDATE platform.mail_message SET state = ?, sent_at = posted_at WHERE purpose = 'relay_kit' AND state = 'QUEUED'")
                .param(state)
                .update();
    }

    private int count(String letters) {
        return db.sql("SELECT count(*) FROM platform.mail_message WHERE purpose = 'relay_kit' AND " + letters)
                .query(Integer.class)
                .single();
    }

    private MvcTestResult write(String url, int version) {
        return pages.as(Role.STAFF)
                .post(
                        url,
                        "version=" + version,
                        "title=Salaire viable",
                        "body=Un chandail sur dix.",
                        "before=" + settings.today().plusDays(3),
                        "segment=" + segment);
    }

    private String main(String url) {
        return pages.as(Role.STAFF).open(url).select("main").text().replace('\u00a0', ' ');
    }
}
