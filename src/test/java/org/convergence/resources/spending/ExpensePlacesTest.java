package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.resources.spending.Budgets.BudgetFacts;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.PageVisitor;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where expenses stand besides their own pages: the home page, the queue, and the mission they come from. */
@ModuleTest
class ExpensePlacesTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private Budgets budgets;

    @Autowired
    private SpendingFixture fixture;

    @Autowired
    private JdbcClient db;

    private BudgetLineState addBudget(String subject, String title, String line) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            budgets.create(new BudgetFacts(
                    subject,
                    title,
                    "CAD",
                    LocalDate.of(2025, 1, 1),
                    LocalDate.of(2027, 12, 31),
                    List.of(new BudgetLineFacts("9.1", line, CostClass.DIRECT, new BigDecimal("1000")))));
            return budgets.findLines(subject).get(0);
        });
    }

    private BudgetLineState beginWithBudget() throws SQLException {
        visitors.ensureOrganisation();
        fixture.clear();
        return addBudget("resources.grant/agreement/" + UUID.randomUUID(), "Entente fictive", "Impression");
    }

    private UUID record(PageVisitor user, String supplier, String line, LocalDate day) {
        String url = Objects.requireNonNull(user.post(
                        "/resources/spending/new",
                        "amount=80,25",
                        "currency=CAD",
                        "day=" + day,
                        "line1=" + line,
                        "supplier=" + supplier)
                .getResponse()
                .getRedirectedUrl());
        return UUID.fromString(url.substring(url.lastIndexOf('/') + 1));
    }

    @Test
    void whatWaitsStandsOnTheHomePageAndWhatBlocksADeliverableComesFirst() throws SQLException {
        BudgetLineState tranquil = beginWithBudget();
        UUID agreement = UUID.randomUUID();
        db.sql("""
                        INSERT INTO resources.grant_agreement (id, title, currency, starts_on, ends_on, scope)
                        VALUES (?, 'Entente pressée', 'CAD', '2025-01-01', '2027-12-31', 'PROJECT')
                        """).param(agreement).update();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        db.sql("""
                        INSERT INTO resources.grant_agreement_due (id, agreement, kind, what, due_on)
                        VALUES (gen_random_uuid(), :agreement, 'DELIVERABLE', 'Rapport financier d’étape', :day),
                               (gen_random_uuid(), :agreement, 'DELIVERABLE', 'Rapport narratif', :earlier),
                               (gen_random_uuid(), :agreement, 'DELIVERABLE', 'Rapport final', :later)
                        """)
                .param("agreement", agreement)
                .param("day", today.plusDays(20))
                .param("earlier", today.plusDays(10))
                .param("later", today.plusDays(400))
                .update();
        BudgetLineState pressing = addBudget("resources.grant/agreement/" + agreement, "Entente pressée", "Papier");
        var coordinator = pages.as(Role.COORDINATOR);
        String other = tranquil.id().value().toString();
        UUID early = record(coordinator, "Papeterie tranquille", other, LocalDate.of(2026, 1, 11));
        record(coordinator, "Papeterie pressée", pressing.id().value().toString(), LocalDate.of(2026, 3, 11));
        var accountant = pages.as(Role.ACCOUNTANT);
        String queue = accountant.open("/resources/spending/queue").text();
        assertThat(queue)
                .contains("Pour le livrable « Rapport financier d’étape »")
                .doesNotContain("Rapport narratif", "Rapport final");
        assertThat(queue.indexOf("Papeterie pressée")).isLessThan(queue.indexOf("Papeterie tranquille"));
        assertThat(accountant.open("/").text()).contains("2 dépenses à accepter");
        assertThat(coordinator.open("/").text()).doesNotContain("Répondre à la question");
        accountant.post("/resources/spending/" + early + "/ask", "version=1", "question=Pour quelle activité?");
        assertThat(coordinator.open("/").text())
                .contains("Répondre à la question sur une dépense de 80,25 $")
                .doesNotContain("Papeterie");
        assertThat(accountant.open("/").text()).contains("1 dépense à accepter");
        assertThat(coordinator.open("/resources/spending").text())
                .as("the same figure")
                .contains("1 à accepter");
        db.sql("""
                        INSERT INTO resources.spending_report (id, budget, starts_on, ends_on) VALUES (gen_random_uuid(), ?, ?, ?)
                        """)
                .params(pressing.budgetId().value(), LocalDate.of(2026, 1, 1), today.minusDays(3))
                .update();
        // The home page unfolds two rows of a module.
        db.sql("DELETE FROM resources.spending_expense").update();
        db.sql("UPDATE resources.spending_report SET ends_on = ?")
                .param(today.minusDays(60))
                .update();
        assertThat(coordinator.open("/").text())
                .as("a day that nobody set is not late")
                .contains("Rapport financier à faire approuver : Entente pressée", "Proposé pour le")
                .doesNotContain("En retard de 30 jours");
        db.sql("DELETE FROM resources.grant_agreement WHERE id = ?")
                .param(agreement)
                .update();
    }

    @Test
    void anExpenseOfAMissionStandsOnBothPagesWithoutItsTitle() throws SQLException {
        BudgetLineState line = beginWithBudget();
        UUID mission = UUID.randomUUID();
        db.sql("""
                        INSERT INTO safety.mission (id, title, kind, purpose, risk, starts_on, ends_on, state)
                        VALUES (?, 'Rencontre à Ouanaminthe', 'STAFF', 'Écouter', 'LOW', DATE '2026-03-02', DATE '2026-03-09', 'PREPARED')
                        """).param(mission).update();
        String from = "safety.mission/" + mission;
        String page = "/safety/mission/" + mission;
        String begin = pages.as(Role.COORDINATOR)
                .open(page)
                .select("a:contains(Noter une dépense)")
                .attr("href");
        var form = pages.as(Role.COORDINATOR).open(begin);
        assertThat(form.select("[name=note]").text())
                .isEqualTo("Mission qui finit le 9 mars 2026")
                .doesNotContain("Ouanaminthe");
        assertThat(form.select("[name=day]").val()).isEqualTo("2026-03-09");
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/resources/spending/new?from=safety.mission/" + UUID.randomUUID())
                        .select("[name=note]")
                        .text())
                .isEmpty();
        var saved = pages.as(Role.COORDINATOR)
                .post(
                        "/resources/spending/new",
                        "day=2026-03-09",
                        "amount=80",
                        "currency=CAD",
                        "supplier=Autobus",
                        "line1=" + line.id().value(),
                        "from=" + from);
        assertThat(saved).as(Pages.text(saved)).hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).open(page).select("main").text()).contains("Autobus", "80,00");
        assertThat(pages.as(Role.COORDINATOR)
                        .open(String.valueOf(saved.getResponse().getHeader("Location")))
                        .select("a[href=" + page + "]")
                        .text())
                .isEqualTo("Mission qui finit le 9 mars 2026");
        db.sql("DELETE FROM safety.mission WHERE id = ?").param(mission).update();
    }
}
