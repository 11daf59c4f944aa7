package org.convergence.cooperation.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What an item leads to begins with its text, and comes back to it. */
@ModuleTest
class WatchLeadTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void nothingIsKept() {
        users.ensureOrganisation();
        db.sql("DELETE FROM cooperation.watch_item").update();
        db.sql("DELETE FROM cooperation.watch_digest").update();
    }

    @Test
    void whatAnItemLeadsToBeginsWithItAndIsNoted() {
        String url = keep("https://exemple.org/haiti-greve-a-ouanaminthe");
        set(url, "POSITION", "Grève à Ouanaminthe", "Troisième semaine");
        String begin = pages.as(Role.STAFF)
                .open(url)
                .select("main a[href*=/advocacy/position/new]")
                .attr("href");
        var form = pages.as(Role.STAFF).open(begin);
        assertThat(form.select("[name=title]").val()).isEqualTo("Grève à Ouanaminthe");
        assertThat(form.select("[name=body-fr]").text()).contains("Troisième semaine", "exemple.org");
        assertThat(form.select("[name=country] [selected]").val()).isEqualTo("HT");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                "/advocacy/position/new",
                                "title=Avec les grévistes",
                                "kind=DECLARATION",
                                "theme=Textile",
                                "mandate=POLICY",
                                "mandateText=Politique de solidarité",
                                "mandateOn=" + settings.today(),
                                "body-fr=Nous les appuyons.",
                                "from=" + begin.replaceFirst(".*from=", "").replace("%2F", "/")))
                .hasStatus(303);
        assertThat(main(url)).contains("Voir").doesNotContain("Commencer");
        assertThat(db.sql("SELECT lead_url FROM cooperation.watch_item WHERE lead = 'POSITION'")
                        .query(String.class)
                        .single())
                .startsWith("/advocacy/position/");

        String note = keep("Ils nous suivent depuis lundi.", "country=HT", "note=true");
        set(note, "URGENT_ACTION", "Ils nous suivent", "");
        String alert = pages.as(Role.STAFF)
                .open(note)
                .select("main a[href*=/advocacy/urgentaction/new]")
                .attr("href");
        assertThat(pages.as(Role.STAFF).open(alert).select("[name=title]").val())
                .as("the words of a note stay here until the partner says yes")
                .isEmpty();
        assertThat(pages.as(Role.STAFF)
                        .open(alert)
                        .select("[name=country] [selected]")
                        .val())
                .isEqualTo("HT");
        assertThat(main("/outreach/assembly?from=rien")).isNotEmpty();
    }

    @Test
    void anItemLeadsToAPartOfTheGuideAndToANoteToTheBoard() {
        String item = keep("https://exemple.org/haiti-greve-a-ouanaminthe");
        set(item, "GUIDE", "Grève à Ouanaminthe", "Troisième semaine");
        String guide = pages.as(Role.COORDINATOR)
                .open(item)
                .select("main a[href*=/safety/guide/HT/guide]")
                .attr("href");
        var page = pages.as(Role.COORDINATOR).open(guide);
        assertThat(page.select("main .notice").text()).contains("À revoir à cause de ceci", "Grève à Ouanaminthe");
        String part = page.select("main a[href*=/ZONES]").attr("href");
        String from = pages.as(Role.COORDINATOR)
                .open(part)
                .select("main input[name=from]")
                .val();
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                "/safety/guide/HT/guide/ZONES",
                                "version=0",
                                "content=La frontière est fermée.",
                                "reviewedOn=" + settings.today(),
                                "from=" + from))
                .hasStatus(303);
        assertThat(main(item)).contains("Voir").doesNotContain("Commencer");
        assertThat(leadUrl(item)).isEqualTo("/safety/guide/HT/guide#ZONES");
        assertThat(pages.as(Role.COORDINATOR).open("/safety/guide/HT/guide").text())
                .as("by itself")
                .doesNotContain("À revoir");

        String note = keep("https://exemple.org/haiti-elections");
        set(note, "BOARD_NOTE", "Élections", "Report annoncé");
        MeetingId meeting = meetings.plan(
                board.addBoard().id(), settings.today().plusDays(10).atTime(19, 0));
        String agenda = "/outreach/assembly/meetings/" + meeting.value();
        String begin = pages.as(Role.COORDINATOR)
                .open(pages.as(Role.COORDINATOR)
                        .open(note)
                        .select("main a[href*=/outreach/assembly]")
                        .attr("href"))
                .select("main a[href^=" + agenda + "]")
                .attr("href");
        var form = pages.as(Role.COORDINATOR).open(begin).select("main form[action$=/items]");
        assertThat(form.select("[name=title]").val()).isEqualTo("Élections");
        assertThat(form.select("[name=note]").text()).contains("Report annoncé");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                agenda + "/items",
                                "title=Élections",
                                "kind=INFORMATION",
                                "from=" + form.select("[name=from]").val()))
                .hasStatus(303);
        assertThat(leadUrl(note)).startsWith(agenda + "#point-");
    }

    private String leadUrl(String item) {
        return db.sql("SELECT lead_url FROM cooperation.watch_item WHERE id::text = ?")
                .param(item.replaceFirst(".*/", ""))
                .query(String.class)
                .single();
    }

    private void setNote(String id, String values) {
        db.sql("UPDATE cooperation.watch_item SET " + values + " WHERE id = ?::uuid")
                .param(id)
                .update();
    }

    @Test
    void theDigestOfTheMonthIsAskedForWhileAnItemWaits() {
        String line = "Faire le bulletin du mois pour les membres";
        String item = keep("https://exemple.org/haiti-greve-a-ouanaminthe").replaceFirst(".*/", "");
        setNote(item, "audience = 'MEMBERS'");
        assertThat(main("/").replace("Prochaine échéance : " + line, ""))
                .as("a month has not passed")
                .doesNotContain(line);
        setNote(item, "kept_on = kept_on - 32");
        assertThat(main("/")).contains(line).doesNotContain("bulletin du mois pour les partenaires");
        String form = "/cooperation/watch/digests/new/members/fr";
        assertThat(main(form)).contains("greve a ouanaminthe");
        setNote(item, "expires_on = kept_on");
        assertThat(main(form)).as("an item that is over is told no longer").contains("Rien à diffuser");
        assertThat(main("/")).as("nothing current to tell").doesNotContain(line);
        setNote(item, "expires_on = kept_on + 60");
        assertThat(pages.as(Role.STAFF).post(form, "use-" + item + "=true", "words-" + item + "=Grève"))
                .hasStatus(303);
        assertThat(main("/")).doesNotContain(line);
    }

    private String keep(String paste, String... more) {
        MvcTestResult kept = pages.as(Role.STAFF).post("/cooperation/watch/new", form -> {
            form.field("paste", paste);
            for (String each : more) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
        });
        assertThat(kept).as(Pages.text(kept)).hasStatus(303);
        return String.valueOf(kept.getResponse().getHeader("Location"));
    }

    private void set(String url, String lead, String title, String context) {
        db.sql("UPDATE cooperation.watch_item SET lead = ?, title = ?, context = ? WHERE id::text = ?")
                .params(lead, title, context, url.replaceFirst(".*/", ""))
                .update();
    }

    private String main(String url) {
        return pages.as(Role.STAFF).open(url).select("main").text();
    }
}
