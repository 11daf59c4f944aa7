package org.convergence.advocacy.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
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

/** A position from the draft to the publication. */
@ModuleTest
class PositionPagesTest {

    private static final String LIST = "/advocacy/position";

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void noPositions() {
        users.ensureOrganisation();
        db.sql("DELETE FROM advocacy.position_signatory").update();
        db.sql("DELETE FROM advocacy.position_text").update();
        db.sql("DELETE FROM advocacy.position").update();
    }

    private MvcTestResult write(String url, String body, String... more) {
        return pages.as(Role.STAFF).post(url, form -> {
            form.field("title", "Un salaire viable")
                    .field("kind", "OPEN_LETTER")
                    .field("theme", "Salaires")
                    .field("country", "MX")
                    .field("mandate", "RESOLUTION")
                    .field("mandateText", "AGA-2026-04")
                    .field("mandateOn", settings.today())
                    .field("body-fr", body)
                    .field("signatories-new", "Centrale A");
            for (String each : more) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
        });
    }

    @Test
    void isPublishedOnceAnotherPersonReadThePresentTexts() {
        MvcTestResult made = write(LIST + "/new", "Nous demandons un salaire viable.");
        assertThat(made).as(Pages.text(made)).hasStatus(303);
        String url = String.valueOf(made.getResponse().getHeader("Location"));
        assertThat(publish(url, settings.today().toString())).as("unread").hasStatus(422);
        assertThat(handOver(url, "fr")).as("unread").hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(url + "/read", "readOn=" + settings.today()))
                .as("the author")
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR).post(url + "/read", "readOn=" + settings.today()))
                .hasStatus(303);
        assertThat(write(url + "/edit", "D’autres mots, plus justes.", "version=" + version(url)))
                .hasStatus(303);
        assertThat(publish(url, settings.today().toString())).as("other words").hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR).post(url + "/read", "readOn=" + settings.today()))
                .hasStatus(303);
        assertThat(handOver(url, "es")).as("no text in Spanish").hasStatus(404);
        MvcTestResult draft = handOver(url, "fr");
        assertThat(draft).as(Pages.text(draft)).hasStatus(303);
        assertThat(main(String.valueOf(draft.getResponse().getHeader("Location"))))
                .contains("Un salaire viable");
        assertThat(publish(url, settings.today().plusDays(1).toString()))
                .as("in the future")
                .hasStatus(422);
        assertThat(publish(url, settings.today().minusDays(1).toString()))
                .as("before the second look")
                .hasStatus(422);
        int before = realisations();
        assertThat(publish(url, settings.today().toString())).hasStatus(303);
        assertThat(realisations()).isEqualTo(before + 1);
        assertThat(main(url)).contains("Publiée", "AGA-2026-04", "Centrale A", "Notre site");
        assertThat(write(url + "/edit", "Trop tard.", "version=" + version(url)))
                .as("published")
                .hasStatus(422);
        assertThat(main(LIST + "?q=plus justes")).as("by a quote").contains("Un salaire viable");
        assertThat(main(LIST + "?q=salaires&country=MX&kind=OPEN_LETTER")).contains("Un salaire viable");
        assertThat(main(LIST + "?country=HT")).doesNotContain("Un salaire viable");
        assertThat(pages.as(Role.STAFF).post(url + "/take-back")).hasStatus(303);
        assertThat(realisations()).isEqualTo(before);
    }

    private MvcTestResult handOver(String url, String language) {
        return pages.as(Role.STAFF).post(url + "/newsletter", "language=" + language);
    }

    private MvcTestResult publish(String url, String on) {
        return pages.as(Role.STAFF).post(url + "/publish", "on=" + on, "place=Notre site");
    }

    private int realisations() {
        return db.sql(
                        "SELECT count(*) FROM plan.realisation_summary WHERE title = 'Un salaire viable' AND state = 'DONE'")
                .query(Integer.class)
                .single();
    }

    private int version(String url) {
        return db.sql("SELECT version FROM advocacy.position WHERE id = ?")
                .param(UUID.fromString(url.replaceFirst(".*/", "")))
                .query(Integer.class)
                .single();
    }

    private String main(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main").text().replace('\u00a0', ' ');
    }
}
