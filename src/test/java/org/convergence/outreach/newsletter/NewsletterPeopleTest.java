package org.convergence.outreach.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each number of an issue opens to its people, before it leaves and afterwards. */
@ModuleTest
class NewsletterPeopleTest extends NewsletterScenario {

    @Autowired
    private OrganisationSettings settings;

    @Test
    void thePageOfThePeopleAnswersForTheDayAndTheIssue() {
        db.sql("""
                        INSERT INTO directory.segment_letter (organisation, mailing, sent_on)
                        SELECT DISTINCT organisation, gen_random_uuid(), CAST(? AS date) FROM directory.people_function
                        """).param(settings.today()).update();
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        Document reach = pages.as(Role.STAFF).open(issue + "/send");
        assertThat(reach.select("main").text()).contains("2 lettres partiraient");
        String people = Objects.requireNonNull(reach.selectFirst("main a[href^=/directory/segment/]"))
                .attr("href");
        assertThat(main(people)).as("on the proposed day").contains("2 lettres partiraient");
        assertThat(main(issue + "/send?on=" + settings.today())).contains("Aucune lettre");
        String week = pages.as(Role.STAFF)
                .open(issue + "/send?on=" + settings.today())
                .select("a[href*=reason=WEEK]")
                .attr("href");
        assertThat(main(week)).contains("Aucune lettre", "Ana Roy", "Bao Roy").doesNotContain("Cleo", "Dana");
    }

    @Test
    void leadsToTheRepresentativesOfMembersWhereNobodyMayBeWrittenTo() {
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        String first = "main .notice a[href=/resources/membership/contacts]";
        fixture.someone("Fanny", "fanny@union.example", "fr", "Syndicat F", "Communications");
        assertThat(pages.as(Role.STAFF).open(issue + "/send").select(first))
                .as("two letters would leave")
                .isEmpty();
        db.sql("""
                        INSERT INTO directory.segment_letter (organisation, mailing, sent_on)
                        SELECT DISTINCT organisation, gen_random_uuid(), CAST(? AS date) FROM directory.people_function
                        """).param(settings.today()).update();
        Document reach = pages.as(Role.STAFF).open(issue + "/send?on=" + settings.today());
        assertThat(reach.select("main").text()).contains("Aucune lettre");
        assertThat(reach.select(first)).hasSize(1);
    }

    @Test
    void aReasonOpensToItsPeople() {
        assertThat(main(segment)).contains("Cleo", "Dana");
        String url = pages.as(Role.STAFF)
                .open(segment)
                .select("a[href*=reason=NO_ADDRESS]")
                .attr("href");
        assertThat(main(url)).contains("Dana Roy", "Voir tout le monde").doesNotContain("Cleo", "Ana Roy");
        assertThat(pages.as(Role.VOLUNTEER).get(url)).hasStatus(403);
    }

    @Test
    void whatCameOfItOpensToItsPeople() {
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        confirm(issue);
        jobs.runAll();
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now() WHERE recipient LIKE 'bao%'")
                .update();
        db.sql("UPDATE platform.mail_message SET state = 'FAILED', problem = 'BOUNCED' WHERE recipient LIKE 'ana%'")
                .update();
        Document page = pages.as(Role.STAFF).open(issue);
        String refused = Objects.requireNonNull(page.selectFirst("main a[href*=of=REFUSED]"))
                .attr("href");
        Document people = pages.as(Role.STAFF).open(refused);
        assertThat(people.select("main").text())
                .contains("Ana Roy", "son serveur refuse l’adresse")
                .doesNotContain("Bao");
        assertThat(people.select("main ul.rows a").attr("href"))
                .as("where it is mended")
                .contains(ana.value() + "");
        assertThat(main(page.select("main a[href*=of=SENT]").attr("href"))).contains("Bao Roy", "Parti");
        assertThat(main(page.select("main a[href*=of=NO_ADDRESS]").attr("href")))
                .contains("Dana Roy");
        assertThat(page.select("main a[href*=of=UNSUBSCRIBED]")).as("nobody").isEmpty();
        fixture.withdraws(ana);
        clock.advance(Duration.ofSeconds(1));
        assertThat(main(issue + "/people?of=UNSUBSCRIBED")).contains("Ana Roy").doesNotContain("Bao");
        db.sql("UPDATE outreach.newsletter_recipient SET person = NULL WHERE person = ?")
                .param(ana.value())
                .update();
        assertThat(main(refused))
                .as("erased")
                .contains("1 personne n’est pas nommée")
                .doesNotContain("Ana")
                .doesNotContain("Personne.");
        assertThat(main(issue + "/people?of=" + UUID.randomUUID())).contains("Personne.");
        assertThat(pages.as(Role.BOARD_MEMBER).get(refused)).hasStatus(403);
        assertThat(pages.as(Role.BOARD_MEMBER).open(issue).select("main a[href*=people]"))
                .as("numbers without names")
                .isEmpty();
    }
}
