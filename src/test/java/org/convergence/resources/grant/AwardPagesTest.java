package org.convergence.resources.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.PageVisitor;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A funder says yes: what the call and the application said is not typed again. */
@ModuleTest
class AwardPagesTest {

    @Autowired
    private Pages pages;

    @Autowired
    private GrantFixture fixture;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private String application = "";

    @BeforeEach
    void aSentApplication() {
        fixture.clear();
        today = settings.today();
        fixture.record("Jumelages", today.plusDays(20), "match=20");
        PageVisitor staff = pages.as(Role.STAFF);
        staff.post("/resources/grant/applications", "call=" + fixture.onlyCall());
        application = "/resources/grant/applications/"
                + db.sql("SELECT id FROM resources.grant_application")
                        .query(UUID.class)
                        .single();
        staff.post(application + "/budget", "version=1", "budget=Salaires; 8 000; 2 000\nTransport; 1 000");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                application + "/approval",
                                "version=2",
                                "means=SECOND_LOOK",
                                "day=" + today,
                                "person=" + fixture.reader().value()))
                .hasStatus(303);
        assertThat(staff.post(
                        application + "/submission",
                        "version=3",
                        "day=" + today,
                        "person=" + fixture.writer().value()))
                .hasStatus(303);
    }

    private String accept(int version) {
        MvcTestResult accepted = pages.as(Role.STAFF)
                .post(
                        application + "/outcome",
                        "version=" + version,
                        "outcome=ACCEPTED",
                        "day=" + today,
                        "granted=9000",
                        "starts=" + today,
                        "ends=" + today.plusYears(1),
                        "scope=MISSION");
        assertThat(accepted).as(Pages.text(accepted)).hasStatus(303);
        return String.valueOf(accepted.getResponse().getRedirectedUrl());
    }

    @Test
    void opensTheAgreementWithScopeLinesAndMatchLinkedBothWays() {
        String agreement = accept(4);
        assertThat(agreement).startsWith("/resources/grant/agreement/");
        assertThat(fixture.main(agreement))
                .contains("La mission", "Salaires", "8 000,00 $", "Transport", "1 000,00 $")
                .as("20 % of the cost, of which 9 000 $ are 80 %")
                .contains("2 250,00 $");
        assertThat(pages.as(Role.STAFF).open(agreement).select("main a[href=" + application + "]"))
                .hasSize(1);
        assertThat(pages.as(Role.STAFF).open(application).select("main a[href=" + agreement + "]"))
                .hasSize(1);
    }

    @Test
    void takesTheMatchBackWithTheAwardUnlessSomeoneCompletedIt() {
        accept(4);
        assertThat(pages.as(Role.STAFF).post(application + "/undo", "version=5"))
                .hasStatus(303);
        assertThat(db.sql(
                                "SELECT count(*) FROM resources.match_clause c JOIN resources.grant_agreement a ON a.id = c.agreement"
                                        + " WHERE a.title LIKE 'Jumelages%' AND a.starts_on = ?")
                        .param(today)
                        .query(Integer.class)
                        .single())
                .isZero();
        String agreement = accept(6);
        saveClause(agreement, "4.1");
        assertThat(pages.as(Role.STAFF).post(application + "/undo", "version=7"))
                .hasStatus(422);
    }

    private void saveClause(String agreement, String clause) {
        String url = "/resources/match/" + agreement.substring(agreement.lastIndexOf('/') + 1) + "/clause";
        assertThat(pages.as(Role.COORDINATOR)
                        .post(url, "version=1", "clause=" + clause, "base=COST", "figure=20", "wages=0"))
                .hasStatus(303);
    }

    @Test
    void keepsAClauseThatSomeoneTypedWhereTheCallAskedNone() {
        db.sql("UPDATE resources.grant_call SET match_percent = NULL").update();
        String agreement = accept(4);
        saveClause(agreement, "");
        assertThat(pages.as(Role.STAFF).post(application + "/undo", "version=5"))
                .hasStatus(422);
    }
}
