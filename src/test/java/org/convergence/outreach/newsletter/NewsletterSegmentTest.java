package org.convergence.outreach.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A segment made while an issue is written comes back to the issue. */
@ModuleTest
class NewsletterSegmentTest extends NewsletterScenario {

    @Test
    void aNewSegmentIsChosenForTheIssueThatNeedsIt() {
        String issue = begin("fr");
        Document settings = pages.as(Role.STAFF).open(issue + "/settings");
        String address = settings.select("main a[href^=/directory/segment/new]").attr("href");
        Document form = pages.as(Role.STAFF).open(address);
        assertThat(form.select("main input[name=back]").attr("value")).isEqualTo(issue + "/settings");
        assertThat(form.select("main form a[href='" + issue + "/settings']"))
                .as("cancel")
                .hasSize(1);
        String back = Pages.location(pages.as(Role.STAFF)
                .post(
                        "/directory/segment/new",
                        "name=Trésorerie",
                        "c-function=trésorerie",
                        "back=" + issue + "/settings"));
        assertThat(back).startsWith(issue + "/settings?segment=");
        Document chosen = pages.as(Role.STAFF).open(back);
        assertThat(chosen.select("select[name=segment] option[selected]").text())
                .isEqualTo("Trésorerie");
        assertThat(chosen.select("input[name=version]").attr("value")).isEqualTo(String.valueOf(version(issue)));
    }

    @Test
    void neverLeadsToAnotherSite() {
        assertThat(Pages.location(pages.as(Role.STAFF)
                        .post("/directory/segment/new", "name=Ailleurs", "back=https://elsewhere.example/")))
                .startsWith("/directory/segment/");
        assertThat(pages.as(Role.STAFF)
                        .open("/directory/segment/new?back=//elsewhere.example")
                        .select("main a[href*=elsewhere]"))
                .isEmpty();
    }
}
