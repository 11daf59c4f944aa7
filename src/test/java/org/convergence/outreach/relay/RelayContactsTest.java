package org.convergence.outreach.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.access.Token;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.WithheldRecords;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** To which bulletins a kit goes, and for how long it calls for them. */
@ModuleTest
class RelayContactsTest {

    @Autowired
    private NewsletterFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @Autowired
    private WithheldRecords withheld;

    @Autowired
    private TransactionTemplate transaction;

    private String kit = "";
    private PersonId ana = new PersonId(new UUID(0, 0));

    @BeforeEach
    void kit() {
        db.sql("DELETE FROM outreach.relay").update();
        db.sql("DELETE FROM outreach.relay_kit").update();
        fixture.prepare();
        ana = fixture.someone("Ana", "ana@union.example", "fr", "Syndicat A", "Communications");
        fixture.isPublished(ana);
        String segment = Pages.location(pages.as(Role.STAFF)
                        .post("/directory/segment/new", "name=Bulletins", "c-function=communications"))
                .replaceFirst(".*/", "");
        kit = Pages.location(pages.as(Role.STAFF)
                .post(
                        "/outreach/relay/new",
                        "title=Salaire viable",
                        "body=Un chandail sur dix.",
                        "segment=" + segment));
    }

    @AfterEach
    void emptyCalendar() {
        db.sql("DELETE FROM outreach.congress_gathering WHERE title = 'Congrès des trousses'")
                .update();
    }

    private String main(String url) {
        return pages.as(Role.STAFF).open(url).select("main").text().replace('\u00a0', ' ');
    }

    @Test
    void eachUnionOfAContactOfTwoGetsTheKit() {
        fixture.someone("Émile", null, "fr", "Syndicat D", "Trésorerie");
        db.sql("""
                        INSERT INTO directory.people_function (id, person, organisation, title)
                        SELECT gen_random_uuid(), :ana, id, 'Rédaction' FROM directory.people_organisation
                        WHERE name = 'Syndicat D'
                        """).param("ana", ana.value()).update();
        assertThat(main(kit + "/send")).contains("Proposer à 2 bulletins", "Pour le bulletin de Syndicat");
        assertThat(pages.as(Role.STAFF).post(kit + "/send")).hasStatus(303);
        assertThat(db.sql("SELECT body FROM platform.mail_message WHERE recipient = 'ana@union.example' ORDER BY body")
                        .query(String.class)
                        .list())
                .satisfiesExactlyInAnyOrder(
                        each -> assertThat(each).contains("Pour le bulletin de Syndicat A."),
                        each -> assertThat(each).contains("Pour le bulletin de Syndicat D."));
        assertThat(pages.as(Role.STAFF).post(kit + "/send")).as("a second time").hasStatus(422);
    }

    @Test
    void aSecondUnionOfAContactReadsForWhichItIs() {
        assertThat(pages.as(Role.STAFF).post(kit + "/send")).hasStatus(303);
        fixture.someone("Émile", null, "fr", "Syndicat D", "Trésorerie");
        db.sql("""
                        INSERT INTO directory.people_function (id, person, organisation, title)
                        SELECT gen_random_uuid(), :ana, id, 'Rédaction' FROM directory.people_organisation
                        WHERE name = 'Syndicat D'
                        """).param("ana", ana.value()).update();
        assertThat(main(kit + "/send")).contains("Pour le bulletin de Syndicat D.");
    }

    @Test
    void aWithheldKitIsNamedOnNoPageOfALink() {
        assertThat(pages.as(Role.STAFF).post(kit + "/send")).hasStatus(303);
        String organisation = db.sql("SELECT organisation FROM outreach.relay")
                .query(String.class)
                .single();
        UUID own = db.sql("SELECT id FROM outreach.relay").query(UUID.class).single();
        String second =
                Pages.location(pages.as(Role.STAFF).post("/outreach/relay/new", "title=Autre texte", "body=Deux."));
        for (String each : new String[] {kit, second}) {
            assertThat(pages.as(Role.STAFF)
                            .post(each + "/answer", "organisation=" + organisation, "answer=DECLARED", "on=2026-01-05"))
                    .hasStatus(303);
        }
        db.sql("UPDATE outreach.relay SET person = ?").param(ana.value()).update();
        UUID other = db.sql("SELECT id FROM outreach.relay WHERE id <> ?")
                .param(own)
                .query(UUID.class)
                .single();
        assertThat(page(other).text()).contains("Autre texte", "Salaire viable");
        UUID sealing = UUID.randomUUID();
        transaction.executeWithoutResult(
                status -> withheld.withhold(sealing, words -> words.contains("Salaire viable")));
        try {
            assertThat(page(other).html()).contains("Autre texte").doesNotContain("Salaire viable");
            assertThat(page(own).html())
                    .contains("Ce texte n’est plus à publier")
                    .doesNotContain("Salaire viable");
        } finally {
            withheld.releaseAll(sealing);
        }
    }

    private Document page(UUID relay) {
        String secret = UUID.randomUUID() + "-link";
        db.sql("INSERT INTO outreach.relay_link (id, relay, token, made_at) VALUES (gen_random_uuid(), ?, ?, now())")
                .params(relay, Token.hashOf(secret))
                .update();
        return pages.asStranger().open("/outreach/relay/link/" + secret);
    }

    @Test
    void anAbandonedKitDoesNotCallForBulletinsForEver() {
        closes(2);
        assertThat(main("/")).contains("Trousse à proposer : Salaire viable");
        db.sql("UPDATE outreach.relay_kit SET created_at = created_at - interval '70 days'")
                .update();
        assertThat(main("/")).as("begun long ago").doesNotContain("Trousse à proposer");
        db.sql("UPDATE outreach.relay_kit SET created_at = created_at + interval '70 days', segment = NULL")
                .update();
        assertThat(main("/")).as("for nobody yet").doesNotContain("Trousse à proposer");
    }

    private void closes(int inDays) {
        UUID gathering = UUID.randomUUID();
        LocalDate day = settings.today().plusDays(inDays);
        db.sql("""
                        INSERT INTO outreach.congress_gathering (id, organisation, kind, title, begins_on, ends_on, expected)
                        SELECT ?, id, 'CONGRESS', 'Congrès des trousses', CAST(? AS date), CAST(? AS date), false
                        FROM directory.people_organisation WHERE name = 'Syndicat A'
                        """).params(gathering, day.plusDays(20), day.plusDays(21)).update();
        db.sql("""
                        INSERT INTO outreach.congress_deadline (id, gathering, kind, due_on, lead_days, state)
                        VALUES (gen_random_uuid(), ?, 'BULLETIN', ?, 0, 'OPEN')
                        """).params(gathering, day).update();
    }
}
