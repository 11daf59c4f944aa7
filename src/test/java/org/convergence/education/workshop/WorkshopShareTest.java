package org.convergence.education.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The participants who will use a workshop feed an indicator of a project. */
@ModuleTest
class WorkshopShareTest {

    @Autowired
    private WorkshopFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @Autowired
    private List<RecurringWork> works;

    @Autowired
    private CooperationFixture cooperation;

    @BeforeEach
    void prepare() {
        cooperation.clear();
        fixture.prepare();
    }

    @AfterEach
    void clear() {
        cooperation.clear();
    }

    @Test
    void anIndicatorReadsTheShareOfShownSessionsAlone() {
        evaluated(8, 6);
        evaluated(4, 4);
        fixture.evaluate(fixture.held(9, true), "useful=YES");
        String project = Pages.location(pages.as(Role.COORDINATOR)
                .post(
                        "/cooperation/project/new",
                        "title=Ateliers utiles",
                        "role=LEAD",
                        "organisation-new=" + CooperationFixture.PARTNER));
        Pages.location(pages.as(Role.COORDINATOR)
                .post(project + "/logic/new", "level=IMMEDIATE", "statement=Gestes connus des participantes"));
        String result = db.sql(
                        "SELECT id FROM cooperation.project_result WHERE statement = 'Gestes connus des participantes'")
                .query(String.class)
                .single();
        assertThat(indicator(project, result, "QUANTITY"))
                .as("a share is no number")
                .hasStatus(422);
        Pages.location(indicator(project, result, "RATIO"));
        Pages.location(pages.as(Role.COORDINATOR)
                .post(project + "/results/periods", "from=" + settings.today().minusMonths(1), "months=6", "count=1"));
        assertThat(fixture.main(project + "/results")).contains("75").doesNotContain("83,3");
    }

    @Test
    void anEvaluationClosesAfterAWeekAlsoIfNobodyNotedThatTheSessionWasHeld() {
        WorkshopSessionId session = fixture.held(6, false);
        String page = "/education/workshop/sessions/" + session.value();
        setDay(session, 7);
        assertThat(fixture.evaluate(session, "learned=YES")).hasStatus(303);
        assertThat(fixture.main(page)).contains("Ouverte");
        setDay(session, 8);
        assertThat(fixture.evaluate(session, "learned=NO")).hasStatus(422);
        assertThat(fixture.main(page)).contains("Fermée depuis la fin du").doesNotContain("Ouverte", "Le même code");
        works.stream().filter(each -> each.name().equals("workshop-sweep")).forEach(RecurringWork::run);
        assertThat(fixture.count("education.workshop_open_answer")).isZero();
        assertThat(fixture.count("education.workshop_session WHERE too_few")).isOne();
    }

    private void setDay(WorkshopSessionId session, int daysAgo) {
        db.sql("UPDATE education.workshop_session SET day = ? WHERE id = ?")
                .params(settings.today().minusDays(daysAgo), session.value())
                .update();
    }

    private MvcTestResult indicator(String project, String result, String kind) {
        return pages.as(Role.COORDINATOR)
                .post(
                        project + "/framework/new",
                        "result=" + result,
                        "wording=Part des personnes qui s’en serviront",
                        "kind=" + kind,
                        "addsUp=true",
                        "feed.measure=WILL_USE",
                        "feed.topic=" + fixture.workshop());
    }

    private void evaluated(int answers, int yes) {
        WorkshopSessionId session = fixture.held(answers, true);
        for (int i = 0; i < answers; i++) {
            fixture.evaluate(session, i < yes ? "useful=YES" : "useful=NO");
        }
        assertThat(pages.as(Role.STAFF).post("/education/workshop/sessions/" + session.value() + "/close"))
                .hasStatus(303);
    }
}
