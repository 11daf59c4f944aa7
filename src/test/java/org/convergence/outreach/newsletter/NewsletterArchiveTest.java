package org.convergence.outreach.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.SettingsService;
import org.convergence.testing.ModuleTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The archive of issues: those without a number too, with links that open. */
@ModuleTest
class NewsletterArchiveTest extends NewsletterScenario {

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private SettingsService changes;

    private String sentElsewhere(String subject, int daysAgo) {
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=" + subject);
        write(
                issue,
                "ARTICLE",
                "title-fr=Publié",
                "body-fr=À lire : https://syndicat.example/bulletin.\n\n- Ana l’a repris https://union.example/une");
        assertThat(pages.as(Role.STAFF)
                        .post(issue + "/elsewhere", "day=" + settings.today().minusDays(daysAgo)))
                .hasStatus(303);
        return issue;
    }

    @Test
    void anIssueThatAnotherToolSentBeforeANumberedOneMayStandThere() {
        sentElsewhere("Récente", 2);
        String late = sentElsewhere("Vieille", 60);
        assertThat(main(late)).contains("Publier dans les archives");
        assertThat(pages.as(Role.COORDINATOR).post(late + "/archive")).hasStatus(303);
        String address = pages.asStranger()
                .open("/public/website/archive")
                .select("main a:contains(Vieille)")
                .attr("href");
        Document page = pages.asStranger().open(address);
        assertThat(page.select("h1").text()).isEqualTo("Vieille");
        assertThat(page.text()).as("it has none").doesNotContain("numéro null");
        assertThat(page.select("article a").eachAttr("href"))
                .containsExactly("https://syndicat.example/bulletin", "https://union.example/une");
        assertThat(pages.asStranger().get("/public/website/archive/" + late.replaceFirst(".*/", "x")))
                .hasStatus(404);
    }

    @Test
    void anIssueIsWrittenInTheLanguageOfTheOrganisation() {
        List<String> before = settings.current().languages();
        setLanguages(List.of("es", "fr"));
        try {
            MvcTestResult written = api("", """
                    {"subject": "Noticias", "segment": "%s", "blocks": [{"kind": "ARTICLE", "title": "Uno", "text": "Dos"}]}
                    """.formatted(segment.replaceFirst(".*/", "")));
            assertThat(written).hasStatus(201);
            assertThat(db.sql("SELECT array_to_string(languages, ',') FROM outreach.newsletter")
                            .query(String.class)
                            .single())
                    .isEqualTo("es");
        } finally {
            setLanguages(before);
        }
    }

    private void setLanguages(List<String> languages) {
        OrganisationProfile now = settings.current();
        CurrentActor.runAs(users.actor(Role.ADMINISTRATOR), () -> {
            changes.update(
                    changes.findCurrent().version(),
                    new OrganisationProfile(
                            now.name(), languages, now.zone(), now.fiscalYearStart(), now.homePlace(), now.identity()),
                    new byte[0]);
        });
        assertThat(settings.current().languages()).isEqualTo(languages);
    }
}
