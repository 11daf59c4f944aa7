package org.convergence.outreach.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A release under embargo is told nowhere; it becomes a realisation when its embargo ends, without anyone's doing. */
@ModuleTest
class MediaEmbargoTest {

    private static final String HOME = "/outreach/media";

    @Autowired
    private NewsletterFixture people;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private List<RecurringWork> works;

    @Autowired
    private JdbcClient db;

    private final String title = "Trois syndicats " + UUID.randomUUID();

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void prepare() {
        people.prepare();
        today = settings.today();
    }

    @AfterEach
    void forget() {
        db.sql("DELETE FROM outreach.media_release WHERE title_fr = ?")
                .param(title)
                .update();
    }

    private List<String> realisations() {
        return db.sql("SELECT state FROM plan.realisation WHERE title = ?")
                .param(title)
                .query(String.class)
                .list();
    }

    private void work() {
        CurrentActor.runAs(
                Actor.system("media-releases"),
                () -> works.stream()
                        .filter(each -> each.name().equals("media-releases"))
                        .forEach(RecurringWork::run));
    }

    private void setEmbargo(String until) {
        db.sql("UPDATE outreach.media_release SET embargo_until = " + until + " WHERE title_fr = ?")
                .param(title)
                .update();
    }

    @Test
    void isARealisationFromTheEndOfItsEmbargoOn() {
        String url = Pages.location(pages.as(Role.COORDINATOR)
                .post(
                        HOME + "/releases/new",
                        "title-fr=" + title,
                        "body-fr=Le rapport paraît.",
                        "embargoOn=" + today.plusDays(5),
                        "embargoAt=6h",
                        "version=0"));
        assertThat(pages.as(Role.COORDINATOR).post(url + "/issue")).hasStatus(303);
        work();
        assertThat(realisations()).as("under embargo").isEmpty();
        assertThat(pages.as(Role.STAFF)
                        .open(Pages.location(pages.as(Role.STAFF).post("/outreach/newsletter/new")))
                        .text())
                .doesNotContain(title);

        setEmbargo("now() - interval '1 minute'");
        work();
        work();
        assertThat(realisations()).containsExactly("DONE");
        assertThat(pages.as(Role.STAFF)
                        .open(Pages.location(pages.as(Role.STAFF).post("/outreach/newsletter/new")))
                        .text())
                .contains(title);
        pages.as(Role.COORDINATOR).post(url + "/take-back");
        work();
        assertThat(realisations()).containsExactly("WITHDRAWN");

        setEmbargo("now() + interval '1 day'");
        pages.as(Role.COORDINATOR).post(url + "/issue");
        work();
        assertThat(realisations()).as("under embargo again").containsExactly("WITHDRAWN");
        setEmbargo("NULL");
        work();
        assertThat(realisations()).containsExactly("DONE");
    }
}
