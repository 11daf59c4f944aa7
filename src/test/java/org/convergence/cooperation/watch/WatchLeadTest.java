package org.convergence.cooperation.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.identity.Role;
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
    private JdbcClient db;

    @BeforeEach
    void nothingIsKept() {
        users.ensureOrganisation();
        db.sql("DELETE FROM cooperation.watch_item").update();
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
