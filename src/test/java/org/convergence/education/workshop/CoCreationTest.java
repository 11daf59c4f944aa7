package org.convergence.education.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A workshop written with a partner: what each brings, its review, its licence, and only then the public. */
@ModuleTest
class CoCreationTest {

    private static final String CATALOGUE = "/education/workshop/catalogue";

    @Autowired
    private WorkshopFixture fixture;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    @Test
    void aWorkshopWrittenTogetherIsPublicOnceReviewedAndLicensed() {
        fixture.prepare();
        String partner = CurrentActor.callAs(
                fixture.staff(),
                () -> people.findOrCreateOrganisation("Taller Las Rosas")
                        .value()
                        .toString());
        assertThat(save("/new", "weBring=La salle")).as("with nobody").hasStatus(422);
        String[] both = {"partner=" + partner, "weBring=La salle et les cartes", "theyBring=Trois récits"};
        assertThat(save("/new", with(both, "published=true")))
                .as("not reviewed")
                .hasStatus(422)
                .bodyText()
                .contains("une fois relu");
        String page = Pages.location(save("/new", both));
        assertThat(fixture.main(page))
                .contains("Taller Las Rosas", "La salle et les cartes", "Trois récits", "Pas encore");
        String reviewed = "reviewedOn=" + settings.today();
        assertThat(edit(page, 1, with(both, "published=true", reviewed)))
                .as("no licence")
                .hasStatus(422);
        assertThat(edit(page, 1, with(both, "published=true", reviewed, "licence=CC BY-NC-SA 4.0")))
                .hasStatus(303);
        assertThat(pages.asStranger().open("/public/workshops?in=fr").text())
                .contains("Coudre debout", "CC BY-NC-SA 4.0")
                .doesNotContain("Las Rosas");
        db.sql("UPDATE education.workshop SET with_reviewed_on = with_reviewed_on - 3 WHERE with_partner IS NOT NULL")
                .update();
        assertThat(fixture.main(page)).contains("le déroulé a changé depuis");
    }

    private static String[] with(String[] fields, String... more) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private MvcTestResult edit(String page, int version, String... fields) {
        return save(page.substring(CATALOGUE.length()) + "/edit", with(fields, "version=" + version));
    }

    private MvcTestResult save(String url, String... fields) {
        return pages.as(Role.STAFF)
                .post(
                        CATALOGUE + url,
                        with(
                                fields,
                                "title=Coudre debout",
                                "theme=Textile",
                                "minutes=60",
                                "languages=fr",
                                "outline=Accueil"));
    }
}
