package org.convergence.outreach.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A kit whose last day to publish is over. */
@ModuleTest
class RelayLateKitTest {

    @Autowired
    private NewsletterFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private String segment = "";

    @Test
    void isProposedToNobodyAndMayBeCorrectedWhileNoLetterLeft() {
        db.sql("DELETE FROM outreach.relay").update();
        db.sql("DELETE FROM outreach.relay_kit").update();
        fixture.prepare();
        fixture.isPublished(fixture.someone("Ana", "ana@union.example", "fr", "Syndicat A", "Communications"));
        segment = Pages.location(pages.as(Role.STAFF)
                        .post("/directory/segment/new", "name=Bulletins", "c-function=communications"))
                .replaceFirst(".*/", "");
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
