package org.convergence.cooperation.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.calendar.CalendarFeedServer;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is kept, what a partner allows, what feeds propose, what digests tell. */
@ModuleTest
class WatchPagesTest {

    private static final String LIST = "/cooperation/watch";

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private List<RecurringWork> works;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void nothingIsKept() {
        users.ensureOrganisation();
        for (String table : new String[] {"digest", "item", "feed", "context"}) {
            db.sql("DELETE FROM cooperation.watch_" + table).update();
        }
    }

    private String keep(String paste, String... more) {
        MvcTestResult kept = pages.as(Role.STAFF).post(LIST + "/new", form -> {
            form.field("paste", paste);
            for (String each : more) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
        });
        assertThat(kept).as(Pages.text(kept)).hasStatus(303);
        return String.valueOf(kept.getResponse().getHeader("Location"));
    }

    private MvcTestResult edit(String url, String title, String... more) {
        return pages.as(Role.STAFF).post(url + "/edit", form -> {
            form.field("version", column(url, "version"))
                    .field("title", title)
                    .field("country", "HT")
                    .field("reliability", "REPORTED")
                    .field("audience", "EVERYONE")
                    .field("expires", settings.today().plusDays(30));
            for (String each : more) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
        });
    }

    private MvcTestResult sayYes(String url, String version) {
        return pages.as(Role.STAFF)
                .post(
                        url + "/yes",
                        "version=" + version,
                        "audience=MEMBERS",
                        "on=" + settings.today(),
                        "how=message vocal");
    }

    private String column(String url, String column) {
        return db.sql("SELECT " + column + "::text FROM cooperation.watch_item WHERE id = ?::uuid")
                .param(url.replaceFirst(".*/", ""))
                .query(String.class)
                .single();
    }

    private String main(Role role, String url) {
        return pages.as(role).open(url).select("main").text().replace('\u00a0', ' ');
    }

    @Test
    void keepsALinkInOneGestureAndOnce() {
        String url = keep("https://exemple.org/haiti-greve-a-ouanaminthe");
        assertThat(main(Role.AUDITOR, url)).contains("Haiti greve a ouanaminthe", "Rapporté", "Haïti");
        assertThat(keep("https://exemple.org/haiti-greve-a-ouanaminthe")).isEqualTo(url);
        assertThat(pages.as(Role.STAFF).post(LIST + "/new", "paste=Rien de situé"))
                .as("no country")
                .hasStatus(422);
        assertThat(pages.as(Role.AUDITOR).post(LIST + "/new", "paste=En Haïti")).hasStatus(403);
        assertThat(edit(url, "Grève", "lead=POSITION", "leadUrl=https://ailleurs.example//x"))
                .as("another site's record")
                .hasStatus(422);
        assertThat(edit(url, "Grève", "lead=POSITION", "leadBy=" + settings.today()))
                .hasStatus(303);
        assertThat(main(Role.STAFF, "/")).contains("Une position : Grève");
        assertThat(main(Role.AUDITOR, LIST + "?q=greve&country=HT")).contains("Grève");
        assertThat(main(Role.AUDITOR, "/safety/guide/HT"))
                .contains("Inconnu", "Veille", "Grève", "Aucun flux", "Le silence ne veut pas dire");
    }

    @Test
    void aNoteStaysWithTheTeamUntilThePartnerSaysYesToItsWords() {
        String url = keep("Ils nous suivent depuis lundi.\nDétails pour vous.", "country=HT", "note=true");
        assertThat(edit(url, "Ils nous suivent", "words-es=Nos siguen")).hasStatus(303);
        assertThat(column(url, "audience")).as("no form widens it").isEqualTo("TEAM");
        assertThat(pages.as(Role.AUDITOR).get(url)).hasStatus(404);
        assertThat(main(Role.AUDITOR, LIST + "?q=suivent")).doesNotContain("Ils nous suivent");
        assertThat(main(Role.AUDITOR, "/safety/guide/HT")).doesNotContain("Ils nous suivent");
        String heard = column(url, "version");
        assertThat(sayYes(url, "1")).as("words changed since").hasStatus(409);
        assertThat(sayYes(url, heard)).hasStatus(303);
        assertThat(main(Role.AUDITOR, url)).contains("Ils nous suivent").doesNotContain("Détails", "message vocal");
        assertThat(edit(url, "Ils nous suivent", "words-es=Nos siguen", "context=Un mot de plus"))
                .hasStatus(303);
        assertThat(column(url, "audience")).as("other words").isEqualTo("TEAM");
        assertThat(main(Role.STAFF, url)).contains("portait sur d’autres mots");
        assertThat(sayYes(url, column(url, "version"))).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(url + "/no")).hasStatus(303);
        assertThat(pages.as(Role.AUDITOR).get(url)).hasStatus(404);
    }

    @Test
    void feedsProposeThreeAWeekAndSayWhenTheyFail() {
        try (CalendarFeedServer server = new CalendarFeedServer()) {
            server.sends(rss(5));
            assertThat(pages.as(Role.STAFF).post(LIST + "/feeds", "address=" + server.address(), "country=HT"))
                    .hasStatus(303);
            assertThat(main(Role.STAFF, LIST))
                    .contains("À garder?", "Nouvelle 3")
                    .doesNotContain("Nouvelle 4");
            assertThat(main(Role.AUDITOR, LIST)).doesNotContain("À garder?");
            assertThat(pages.as(Role.STAFF).post(proposal("Nouvelle 1") + "/dismiss"))
                    .hasStatus(303);
            String kept = String.valueOf(pages.as(Role.STAFF)
                    .post(proposal("Nouvelle 2") + "/keep")
                    .getResponse()
                    .getHeader("Location"));
            assertThat(main(Role.AUDITOR, kept)).contains("Nouvelle 2", "Fil d’essai");
            server.sends(rss(6));
            String feed = LIST + "/feeds/"
                    + db.sql("SELECT id FROM cooperation.watch_feed")
                            .query(UUID.class)
                            .single();
            assertThat(pages.as(Role.STAFF).post(feed + "/read")).hasStatus(303);
            assertThat(main(Role.STAFF, LIST)).as("the week is full").doesNotContain("Nouvelle 4", "Nouvelle 6");
            db.sql("UPDATE cooperation.watch_entry SET seen_on = seen_on - 8, proposed_on = proposed_on - 8")
                    .update();
            works.stream().filter(each -> each.name().equals("watch-sweep")).forEach(RecurringWork::run);
            assertThat(db.sql("SELECT count(*) FROM cooperation.watch_entry WHERE title IS NOT NULL")
                            .query(Integer.class)
                            .single())
                    .as("the rest expires uncounted")
                    .isZero();
            server.sends("http://127.0.0.1:9/");
            assertThat(pages.as(Role.STAFF).post(feed + "/read")).hasStatus(303);
            assertThat(main(Role.AUDITOR, LIST + "/feeds")).contains("En panne", "réseau privé");
            assertThat(main(Role.AUDITOR, "/safety/guide/HT")).contains("En panne", "Le silence ne veut pas dire");
            assertThat(pages.as(Role.STAFF).post(LIST + "/feeds", "address=http://10.0.0.1/rss", "country=HT"))
                    .hasStatus(422);
        }
    }

    private static String rss(int many) {
        StringBuilder items = new StringBuilder("<rss><channel><title>Fil d’essai</title>");
        for (int i = 1; i <= many; i++) {
            items.append("<item><title>Nouvelle ")
                    .append(i)
                    .append("</title><guid>")
                    .append(i)
                    .append("</guid></item>");
        }
        return items.append("</channel></rss>").toString();
    }

    private String proposal(String title) {
        return LIST + "/proposals/"
                + db.sql("SELECT id FROM cooperation.watch_entry WHERE title = ?")
                        .param(title)
                        .query(UUID.class)
                        .single();
    }

    @Test
    void aDigestTellsEachItemOnceAndCorrectsIt() {
        String item = keep("Salaire minimum haussé\nhttps://exemple.org/salaire", "country=HT");
        String note = keep("Ils nous suivent depuis lundi.", "country=HT", "note=true");
        String form = LIST + "/digests/new/members/fr";
        assertThat(main(Role.STAFF, form)).contains("Salaire minimum").doesNotContain("nous suivent");
        assertThat(sayYes(note, column(note, "version"))).hasStatus(303);
        assertThat(make(form, note, "D’autres mots"))
                .as("only the item’s words can change")
                .hasStatus(303);
        String told = make(form, item, "Le salaire minimum monte").getResponse().getHeader("Location");
        assertThat(main(Role.STAFF, String.valueOf(told)))
                .contains(
                        "Haïti", "Le salaire minimum monte – rapporté, à confirmer (exemple.org) https://exemple.org/");
        assertThat(main(Role.STAFF, form)).contains("Rien à diffuser pour l’instant");
        assertThat(main(Role.STAFF, LIST + "/digests/new/members/es")).contains("Salaire minimum");
        assertThat(make(LIST + "/digests/new/members/es", item, "Sube el salario"))
                .hasStatus(303);
        assertThat(main(Role.AUDITOR, item)).contains("Sube el salario");
        assertThat(edit(item, "Salaire minimum haussé", "reliability=REFUTED", "words-es=Sube el salario"))
                .hasStatus(303);
        db.sql("UPDATE cooperation.watch_item SET reliability = 'REFUTED' WHERE NOT is_note")
                .update();
        assertThat(main(Role.STAFF, form)).contains("démentie depuis");
        String corrected = String.valueOf(
                make(form, item, "Le salaire minimum monte").getResponse().getHeader("Location"));
        assertThat(main(Role.STAFF, corrected)).contains("Correction : ceci était faux.");
        assertThat(main(Role.STAFF, form)).contains("Rien à diffuser pour l’instant");
        String draft = String.valueOf(pages.as(Role.STAFF)
                .post(corrected + "/hand-over")
                .getResponse()
                .getHeader("Location"));
        assertThat(main(Role.STAFF, draft)).contains("Ce que nous avons appris");
        assertThat(pages.as(Role.STAFF).post(corrected + "/share", "sharedOn=" + settings.today()))
                .as("the newsletter records its own sending")
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(told + "/share", "sharedOn=" + settings.today()))
                .hasStatus(303);
        assertThat(db.sql(
                                "SELECT count(*) FROM plan.realisation_summary WHERE title LIKE 'Veille%Ce que nous avons appris%'"
                                        + " AND state = 'DONE'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(main(Role.STAFF, String.valueOf(told))).contains("Retirer l’envoi noté");
        assertThat(pages.as(Role.STAFF).post(told + "/unshare")).hasStatus(303);
        assertThat(main(Role.STAFF, String.valueOf(told)))
                .contains("Noter l’envoi")
                .doesNotContain("Retirer l’envoi noté");
    }

    @Test
    void wordsLeaveNoLongerOnceThePartnerWithdrawsHerConsent() {
        String note = keep("Ils nous suivent depuis lundi.", "country=HT", "note=true");
        String form = LIST + "/digests/new/members/fr";
        assertThat(sayYes(note, column(note, "version"))).hasStatus(303);
        String digest = String.valueOf(make(form, note, "").getResponse().getHeader("Location"));
        assertThat(main(Role.STAFF, digest)).contains("nous suivent");
        assertThat(pages.as(Role.STAFF).post(note + "/no")).hasStatus(303);
        assertConsentIsGone(digest);
        assertThat(edit(note, "Ils nous observent")).hasStatus(303);
        assertThat(sayYes(note, column(note, "version"))).hasStatus(303);
        assertConsentIsGone(digest);
        db.sql("UPDATE cooperation.watch_item SET reliability = 'REFUTED', audience = 'TEAM'")
                .update();
        assertThat(main(Role.STAFF, form)).contains("démentie depuis");
        String corrected = String.valueOf(make(form, note, "").getResponse().getHeader("Location"));
        assertThat(main(Role.STAFF, corrected))
                .contains("Correction : ceci était faux. Il s’agit d’une nouvelle apprise le")
                .doesNotContain("observent", "suivent");
        assertThat(pages.as(Role.STAFF).post(corrected + "/hand-over")).hasStatus(303);
        assertThat(main(Role.STAFF, LIST + "/digests")).contains("Brouillon d’infolettre");
    }

    private void assertConsentIsGone(String digest) {
        String drafts = "SELECT count(*) FROM cooperation.watch_digest WHERE handed_on IS NOT NULL";
        MvcTestResult shared = pages.as(Role.STAFF).post(digest + "/share", "sharedOn=" + settings.today());
        assertThat(shared).hasStatus(422);
        assertThat(Pages.text(shared)).contains("Une personne a retiré son accord");
        assertThat(Pages.text(pages.as(Role.STAFF).post(digest + "/hand-over")))
                .contains("Une personne a retiré son accord");
        assertThat(db.sql(drafts).query(Integer.class).single()).isZero();
    }

    private MvcTestResult make(String form, String item, String words) {
        String id = item.replaceFirst(".*/", "");
        return pages.as(Role.STAFF).post(form, "use-" + id + "=true", "words-" + id + "=" + words);
    }
}
