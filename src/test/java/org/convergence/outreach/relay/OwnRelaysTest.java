package org.convergence.outreach.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.outreach.assembly.domain.SeatRole;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a director sees of relays when signed in: those of the organisation whose seat she holds, and the totals. */
@ModuleTest
class OwnRelaysTest {

    @Autowired
    private NewsletterFixture fixture;

    @Autowired
    private BoardFixture board;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private String kit = "";

    @BeforeEach
    void aKitThatTwoOrganisationsHave() {
        db.sql("DELETE FROM outreach.relay").update();
        db.sql("DELETE FROM outreach.relay_kit").update();
        fixture.prepare();
        fixture.isPublished(fixture.someone("Ana", "ana@union.example", "fr", "Syndicat A", "Communications"));
        fixture.isPublished(fixture.someone("Bao", "bao@union.example", "fr", "Syndicat B", "Communications"));
        String segment = Pages.location(
                pages.as(Role.STAFF).post("/directory/segment/new", "name=Bulletins", "c-function=communications"));
        kit = Pages.location(pages.as(Role.STAFF)
                .post(
                        "/outreach/relay/new",
                        "title=Salaire viable",
                        "body=Un chandail sur dix.",
                        "before=" + settings.today().plusDays(10),
                        "segment=" + segment.replaceFirst(".*/", "")));
        assertThat(pages.as(Role.STAFF).post(kit + "/send")).hasStatus(303);
        db.sql(
                        "UPDATE outreach.relay SET state = 'DECLARED', declared_on = ? WHERE organisation = (SELECT id FROM directory.people_organisation WHERE name = 'Syndicat B')")
                .param(settings.today())
                .update();
    }

    private Actor directorOf(String organisation) {
        PersonId person = board.addPerson("Directrice", "De " + organisation, "fr");
        board.appoint(
                board.addSeat(board.addBody(BodyKind.BOARD, Quorum.moreThanHalf()), null, organisation),
                SeatRole.HOLDER,
                person,
                BoardFixture.FOUNDED);
        Actor member = users.actor(Role.BOARD_MEMBER);
        return new Actor(member.id(), member.label(), person.value(), "fr", member.permissions());
    }

    @Test
    void eachDirectorSeesTheRelaysOfHerOrganisationAndTheBoardTheTotals() {
        assertThat(home(directorOf("Syndicat A")))
                .contains("Les relais de votre organisation", "Salaire viable (Syndicat A)", "Proposé")
                .contains("1 relais publié, par 1 organisation")
                .doesNotContain("Syndicat B");
        assertThat(home(directorOf("Syndicat B")))
                .contains("Salaire viable (Syndicat B)", "Déclaré publié")
                .doesNotContain("Syndicat A");
        assertThat(home(directorOf("Syndicat C")))
                .contains("1 relais publié, par 1 organisation")
                .doesNotContain("Salaire viable (", "Les relais de votre organisation");
        assertThat(home(users.actor(Role.STAFF)))
                .as("the team has the list of all")
                .doesNotContain("Les relais de votre organisation");
    }

    @Test
    void whatCanNoLongerBePublishedIsLeftOut() {
        db.sql("UPDATE outreach.relay_kit SET publish_before = ?")
                .param(settings.today().minusDays(1))
                .update();
        assertThat(home(directorOf("Syndicat A"))).doesNotContain("Salaire viable (");
        assertThat(home(directorOf("Syndicat B"))).contains("Salaire viable (Syndicat B)");
    }

    @Test
    void aSeatThatEndedShowsNothing() {
        Actor director = directorOf("Syndicat A");
        db.sql("UPDATE outreach.assembly_mandate SET until = ? WHERE person = ?")
                .params(settings.today().minusDays(1), Objects.requireNonNull(director.personId()))
                .update();
        assertThat(home(director)).doesNotContain("Salaire viable (");
    }

    private String home(Actor actor) {
        return pages.as(actor).open("/").select("main").text().replace('\u00a0', ' ');
    }
}
