package org.convergence.outreach.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Bulletins that have a text which is taken back are told. */
@ModuleTest
class RelayRecallTest {

    @Autowired
    private NewsletterFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @Test
    void tellsTheBulletinsThatHaveATextWhichIsTakenBack() {
        db.sql("DELETE FROM outreach.relay").update();
        db.sql("DELETE FROM outreach.relay_kit").update();
        fixture.prepare();
        fixture.isPublished(fixture.someone("Ana", "ana@union.example", "fr", "Syndicat A", "Communications"));
        fixture.isPublished(fixture.someone("Bao", "bao@union.example", "fr", "Syndicat B", "Communications"));
        UUID event = UUID.randomUUID();
        db.sql(
                        "INSERT INTO outreach.event (id, name, day, table_size, state) VALUES (?, 'Soirée des trousses', ?, 8, 'OPEN')")
                .params(event, settings.today().plusDays(9))
                .update();
        String segment = Pages.location(pages.as(Role.STAFF)
                        .post("/directory/segment/new", "name=Bulletins", "c-function=communications"))
                .replaceFirst(".*/", "");
        String kit = propose(event, segment, "Une soirée");
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = posted_at WHERE recipient LIKE 'ana%'")
                .update();
        db.sql("DELETE FROM directory.segment_letter").update();
        String waiting = propose(event, segment, "Encore une soirée");
        Actor staff = users.actor(Role.STAFF);
        UUID taker = fixture.someone("Luz", "luz@exemple.org", "fr", "Convergence", "Coordination")
                .value();
        Actor luz = new Actor(staff.id(), staff.label(), taker, "fr", staff.permissions());
        MvcTestResult cancelled = pages.as(luz).post("/outreach/event/" + event + "/state/CANCELLED");

        assertThat(Pages.notice(cancelled)).contains("event.cancelled", "1");
        assertThat(main(kit))
                .contains("Ce bulletin l’avait reçu", "Syndicat A", "Son texte est retiré, ou son moment est passé")
                .doesNotContain("Syndicat B", "Proposer aux bulletins");
        assertThat(main(waiting))
                .as("nobody has it")
                .contains("Texte tiré de")
                .doesNotContain("Bulletins à prévenir", "retenu", "Proposer aux bulletins");
        assertThat(main(luz, "/"))
                .as("it is for the person who took it back")
                .contains("Texte retiré : à dire à 1 bulletin");
        assertThat(main("/")).as("not for nobody in particular").doesNotContain("Texte retiré");
        assertThat(db.sql("SELECT count(*) FROM platform.mail_message WHERE purpose = 'relay_kit' AND state = 'QUEUED'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(db.sql("SELECT count(*) FROM directory.segment_letter")
                        .query(Integer.class)
                        .single())
                .as("both may get another letter this week")
                .isZero();
        assertThat(pages.as(Role.STAFF).post(kit + "/told")).hasStatus(303);
        assertThat(main(kit)).contains("on le lui a dit le");
        assertThat(main(luz, "/")).doesNotContain("Texte retiré");
        pages.as(Role.STAFF).post(kit + "/told/undo");
        assertThat(main(luz, "/")).contains("Texte retiré : à dire à 1 bulletin");
        db.sql("DELETE FROM outreach.relay").update();
        db.sql("DELETE FROM outreach.relay_kit").update();
    }

    private String propose(UUID event, String segment, String title) {
        String kit = Pages.location(pages.as(Role.STAFF)
                .post(
                        "/outreach/relay/new",
                        "title=" + title,
                        "body=Venez.",
                        "from=outreach.event/" + event,
                        "segment=" + segment));
        assertThat(pages.as(Role.STAFF).post(kit + "/send")).hasStatus(303);
        return kit;
    }

    private String main(String url) {
        return main(users.actor(Role.STAFF), url);
    }

    private String main(Actor actor, String url) {
        return pages.as(actor).open(url).select("main").text().replace('\u00a0', ' ');
    }
}
