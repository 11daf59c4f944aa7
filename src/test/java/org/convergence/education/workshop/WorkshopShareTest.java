package org.convergence.education.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.StatementCounter;
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
        String project = project("QUANTITY", "RATIO");
        periods(project, 6, 1);
        assertThat(fixture.main(project + "/results")).contains("75").doesNotContain("83,3");
    }

    /** A project whose only indicator is the share; its kinds before the last are refused. */
    private String project(String... kinds) {
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
        for (String kind : List.of(kinds).subList(0, kinds.length - 1)) {
            assertThat(indicator(project, result, kind))
                    .as("a share is no number")
                    .hasStatus(422);
        }
        Pages.location(indicator(project, result, kinds[kinds.length - 1]));
        return project;
    }

    private void periods(String project, int months, int count) {
        Pages.location(pages.as(Role.COORDINATOR)
                .post(
                        project + "/results/periods",
                        "from=" + settings.today().minusMonths(5).withDayOfMonth(1),
                        "months=" + months,
                        "count=" + count));
    }

    @Test
    void theSameShareOfMorePeopleIsSaidAfterTheValueIsSubmitted() {
        evaluated(8, 6);
        String project = project("RATIO");
        periods(project, 6, 1);
        String cell = project + "/results/" + cooperation.only("project_indicator") + "/"
                + cooperation.only("project_period");
        cooperation.post(cell + "/submit");
        assertThat(fixture.main(project + "/results")).contains("75").doesNotContain("Aujourd’hui, les réalisations");
        evaluated(8, 6);
        assertThat(fixture.main(project + "/results")).contains("Aujourd’hui, les réalisations donnent", "12");
    }

    @Test
    void theNumberOfQueriesOfResultsIsThatOfOnePeriod() {
        List<Integer> months = List.of(0, 1, 2, 3);
        months.forEach(month -> evaluated(8, 6));
        List<UUID> done = db.sql("SELECT id FROM plan.realisation ORDER BY id")
                .query(UUID.class)
                .list();
        months.forEach(month -> db.sql("UPDATE plan.realisation SET starts_on = :day, ends_on = :day WHERE id = :id")
                .param("day", settings.today().minusMonths(month))
                .param("id", done.get(month))
                .update());
        String project = project("RATIO");
        periods(project, 6, 1);
        int one = statements(project);
        cooperation.post(project + "/results/periods/" + cooperation.only("project_period") + "/remove");
        periods(project, 1, 6);
        assertThat(fixture.main(project + "/results?period=all")).contains("24 sur 32");
        assertThat(statements(project)).isEqualTo(one).isLessThan(40);
    }

    /** The smaller of two counts, without data refreshed every few seconds, such as the settings. */
    private int statements(String project) {
        return Math.min(
                StatementCounter.count(() -> fixture.main(project + "/results?period=all")),
                StatementCounter.count(() -> fixture.main(project + "/results?period=all")));
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
