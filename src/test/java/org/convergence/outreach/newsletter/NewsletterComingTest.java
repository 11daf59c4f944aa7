package org.convergence.outreach.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.WithheldRecords;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A new issue tells what is published as coming, with its links, and nothing that is only planned. */
@ModuleTest
class NewsletterComingTest extends NewsletterScenario {

    @Autowired
    private WithheldRecords withheld;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private RealisationRecorder realisations;

    @Autowired
    private OrganisationSettings settings;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    @AfterEach
    void emptyCalendar() {
        today = settings.today();
        db.sql("DELETE FROM outreach.congress_gathering WHERE title LIKE 'Congrès de l’infolettre%'")
                .update();
        db.sql("DELETE FROM outreach.event_order").update();
        db.sql("DELETE FROM outreach.event").update();
    }

    private String begun() {
        return Pages.location(pages.as(Role.STAFF).post("/outreach/newsletter/new"));
    }

    @Test
    void announcedEventsAndShownCongressesComeWithTheirLinks() {
        UUID event = UUID.randomUUID();
        db.sql("""
                        INSERT INTO outreach.event (id, version, state, name, about, day, begins, place, table_size, announced_at)
                        VALUES (?, 1, 'OPEN', 'Soirée du coton', 'Un film et un repas.', CAST(? AS date), '18:30', 'Salle des Érables', 8, now())
                        """).params(event, today.plusDays(9)).update();
        gathering("montré", true);
        gathering("caché", false);
        String issue = begun();
        assertThat(main(issue))
                .contains("Soirée du coton", "18 h 30, Salle des Érables", "Un film et un repas.")
                .contains("Congrès de l’infolettre montré", "Syndicat A")
                .doesNotContain("caché");
        assertThat(db.sql("""
                        SELECT url FROM outreach.newsletter_block
                        WHERE newsletter = ? AND kind = 'DATE' AND happens_on = CAST(? AS date)
                        """)
                        .params(UUID.fromString(issue.replaceFirst(".*/", "")), today.plusDays(9))
                        .query(String.class)
                        .single())
                .as("its orders count for the issue")
                .isEqualTo("http://localhost:8080/public/event/" + event + "?via=n-"
                        + issue.substring(issue.length() - 8));
    }

    @Test
    void aWorkshopComesOnceItIsAnnouncedToEveryone() {
        UUID workshop = UUID.randomUUID();
        UUID session = UUID.randomUUID();
        db.sql("""
                        WITH outline AS (
                            INSERT INTO education.workshop (id, title, theme, minutes, languages, outline, revised_on, published)
                            VALUES (:workshop, 'Qui coud nos chandails?', 'Travail', 60, '{fr}', 'Un jeu.', :day, true) RETURNING id)
                        INSERT INTO education.workshop_session (id, workshop, revision, day, begins, place, hours, state, self_led)
                        SELECT :session, id, 1, :day, '13:30', 'Bibliothèque du quartier', 3, 'PLANNED', false FROM outline
                        """)
                .param("workshop", workshop)
                .param("session", session)
                .param("day", today.plusDays(11))
                .update();
        String url = "/education/workshop/sessions/" + session;
        assertThat(main(begun())).as("of its group alone").doesNotContain("Qui coud nos chandails?");
        assertThat(pages.as(Role.STAFF).post(url + "/announce")).hasStatus(303);
        assertThat(main(begun())).contains("Qui coud nos chandails?", "13 h 30, Bibliothèque du quartier");
        assertThat(Pages.text(pages.asStranger().get("/public/feeds/workshop.ics")))
                .contains("Qui coud nos chandails?");
        assertThat(main(url)).contains("Ne plus annoncer");
        pages.as(Role.STAFF).post(url + "/unannounce");
        assertThat(main(begun())).doesNotContain("Qui coud nos chandails?");
        assertThat(pages.as(Role.BOARD_MEMBER).post(url + "/announce")).hasStatus(403);
        db.sql("UPDATE education.workshop SET published = false WHERE id = ?")
                .param(workshop)
                .update();
        assertThat(pages.as(Role.STAFF).post(url + "/announce"))
                .as("the catalogue is without it")
                .hasStatus(422);
        db.sql("UPDATE education.workshop SET published = true WHERE id = ?")
                .param(workshop)
                .update();
        db.sql("UPDATE education.workshop_session SET day = ? WHERE id = ?")
                .params(today.minusDays(1), session)
                .update();
        assertThat(pages.as(Role.STAFF).post(url + "/announce")).as("past").hasStatus(422);
        db.sql("UPDATE education.workshop_session SET state = 'CANCELLED', announced_at = now() WHERE id = ?")
                .param(session)
                .update();
        assertThat(main(url)).as("cancelled").contains("Ne plus annoncer");
        String feed = "/public/feeds/workshop.json";
        assertThat(Pages.text(pages.asStranger().get(feed))).contains("Qui coud nos chandails?");
        UUID person = UUID.randomUUID();
        transactions.executeWithoutResult(
                tx -> withheld.withhold(person, words -> words.contains("Bibliothèque du quartier")));
        assertThat(Pages.text(pages.asStranger().get(feed)))
                .as("its place names a sealed person")
                .doesNotContain("Qui coud nos chandails?");
        withheld.releaseAll(person);
        db.sql("DELETE FROM education.workshop_session WHERE id = ?")
                .param(session)
                .update();
        db.sql("DELETE FROM education.workshop WHERE id = ?").param(workshop).update();
    }

    private void gathering(String title, boolean shown) {
        db.sql("""
                        INSERT INTO outreach.congress_gathering (id, organisation, kind, title, begins_on, ends_on, expected, shown, published_at)
                        SELECT gen_random_uuid(), id, 'CONGRESS', :title, CAST(:day AS date), CAST(:day AS date), false, :shown,
                               CASE WHEN :shown THEN now() END
                        FROM directory.people_organisation WHERE name = 'Syndicat A'
                        """)
                .param("title", "Congrès de l’infolettre " + title)
                .param("day", today.plusDays(20))
                .param("shown", shown)
                .update();
    }

    @Test
    void nothingThatIsOnlyPlannedEntersAnIssue() {
        for (RealisationKind kind : new RealisationKind[] {RealisationKind.MEETING, RealisationKind.WORKSHOP}) {
            fixture.as(() -> realisations.record(RecordRealisationCommand.byHand(
                    new RealisationDetails(
                            "Prévu à l’interne " + kind, kind, DayRange.on(today.plusDays(5)), null, null, Set.of()),
                    Amounts.UNKNOWN,
                    PlanAttribution.serving(Set.of()),
                    today)));
        }
        assertThat(main(begun())).doesNotContain("Prévu à l’interne");
    }

    @Test
    void countsFromTheIssueThatLeftLastNotFromTheOneWrittenLast() {
        String written = begin("fr");
        write(written, "SUBJECT", "title-fr=Écrite avant");
        String other = begin("fr");
        write(other, "SUBJECT", "title-fr=Écrite après");
        pages.as(Role.STAFF).post(other + "/elsewhere", "day=" + today.minusDays(40));
        pages.as(Role.STAFF).post(written + "/elsewhere", "day=" + today.minusDays(3));
        done("Atelier d’avant", today.minusDays(10));
        done("Atelier d’après", today.minusDays(1));
        assertThat(main(begun())).contains("Atelier d’après").doesNotContain("Atelier d’avant");
    }

    private void done(String title, LocalDate on) {
        fixture.as(() -> realisations.record(RecordRealisationCommand.byHand(
                new RealisationDetails(title, RealisationKind.WORKSHOP, DayRange.on(on), null, null, Set.of()),
                Amounts.UNKNOWN,
                PlanAttribution.serving(Set.of()),
                today)));
    }
}
