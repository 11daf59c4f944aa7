package org.convergence.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An exchange with a partner is noted once, also as an action of the plan. */
@ModuleTest
class ExchangeActionTest {

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private RealisationFixture realisations;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private ActionId line = new ActionId(new java.util.UUID(0, 0));

    @BeforeEach
    void startPlan() {
        realisations.clear();
        fixture.clear();
        db.sql("DELETE FROM directory.exchange").update();
        today = settings.today();
        PlanId plan = realisations.underWay("Plan fictif");
        line = realisations.action(plan, realisations.means(plan, "2.3", "Réseau"), "Entretenir le réseau");
    }

    private String note(String subject, String served) {
        return fixture.post(
                "/directory/exchange",
                "subject=" + subject,
                "day=" + today,
                "channel=MEETING",
                "organisations=" + fixture.partner().value(),
                "line=" + served);
    }

    private List<String> counted() {
        return db.sql("""
                        SELECT r.title || ' ' || r.kind || ' ' || r.state FROM plan.realisation r
                        JOIN plan.realisation_line s ON s.realisation = r.id AND s.action = ?
                        JOIN plan.realisation_organisation o ON o.realisation = r.id AND o.organisation = ?
                        """)
                .params(line.value(), fixture.partner().value())
                .query(String.class)
                .list();
    }

    @Test
    void anExchangeThatServesALineIsAnActionUntilItIsDeleted() {
        Document form = pages.as(Role.COORDINATOR).open("/directory/exchange/new");
        assertThat(form.select("select[name=line] option").eachText())
                .anyMatch(option -> option.contains("Entretenir le réseau"));
        note("Un appel", "");
        assertThat(counted()).as("only an exchange").isEmpty();
        String page = note("Rencontre du comité", line.value().toString());
        assertThat(counted()).containsExactly("Rencontre du comité MEETING DONE");
        assertThat(Objects.requireNonNull(
                                pages.as(Role.COORDINATOR).open(page).selectFirst("main a[href^=/plan/realisation/]"))
                        .text())
                .isEqualTo("L’action du plan");
        Document edit = pages.as(Role.COORDINATOR).open(page + "/edit");
        assertThat(edit.select("select[name=line]"))
                .as("its line is corrected on its page")
                .isEmpty();
        fixture.post(
                page + "/edit",
                "version=" + edit.select("[name=version]").val(),
                "subject=Rencontre des comités",
                "day=" + today,
                "channel=MEETING",
                "organisations=" + fixture.partner().value());
        assertThat(counted()).containsExactly("Rencontre des comités MEETING DONE");
        String version = pages.as(Role.COORDINATOR)
                .open(page + "/remove")
                .select("[name=version]")
                .val();
        fixture.post(page + "/remove", "version=" + version);
        assertThat(counted()).containsExactly("Rencontre des comités MEETING WITHDRAWN");
        fixture.post(page + "/remove/undo");
        assertThat(counted()).containsExactly("Rencontre des comités MEETING DONE");
    }
}
