package org.convergence.resources.subsidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.time.TimeFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.resources.spending.Budgets;
import org.convergence.resources.spending.Budgets.BudgetFacts;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.CostClass;
import org.convergence.resources.subsidy.HourClaims.ClaimedHours;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which hours a claim holds, and who sees them. */
@ModuleTest
class SubsidyHoursTest extends SubsidyFixture {

    @Autowired
    private Budgets budgets;

    @Test
    void claimsAnHourFromOneWageSubsidyOnly() {
        String first = file(programme(true));
        String claim = claim(first);
        String second = file(programme(true));
        assertThat(main(second + "/claim?from=" + MONDAY + "&to=" + MONDAY.plusDays(6)))
                .contains("35 h laissées de côté", "une autre subvention les réclame déjà");
        assertThat(post(second + "/claim", "from=" + MONDAY, "to=" + MONDAY.plusDays(6)))
                .hasStatus(422)
                .bodyText()
                .contains("aucune heure approuvée");
        LocalDate today = settings.today();
        post(claim + "/send", "version=1", "day=" + today);
        assertThat(post(claim + "/refuse", "version=2", "day=" + today, "reason=Poste non admissible"))
                .hasStatus(303);
        assertThat(claim(second)).as("a refused claim releases its hours").isNotEmpty();
    }

    @Test
    void agreementMayCompleteAnHourUpToItsCost() {
        String claim = claim(file(programme(true)));
        UUID entry = db.sql("SELECT entry FROM resources.subsidy_hour_claim LIMIT 1")
                .query(UUID.class)
                .single();
        BigDecimal cost = db.sql("SELECT cost FROM resources.subsidy_claimed_hour WHERE entry = ?")
                .param(entry)
                .query(BigDecimal.class)
                .single();
        assertThat(cost).isEqualByComparingTo("188.16");
        String agreement = "resources.grant/agreement/" + UUID.randomUUID();
        BigDecimal left = cost.subtract(db.sql("SELECT amount FROM resources.subsidy_hour_claim WHERE entry = ?")
                .param(entry)
                .query(BigDecimal.class)
                .single());
        assertThatThrownBy(
                        () -> replace(agreement, true, new ClaimedHours(entry, cost, left.add(new BigDecimal("1.72")))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.arguments()[0]).hasToString("CAD 1.72"));
        assertThatThrownBy(() -> replace(agreement, false, new ClaimedHours(entry, cost, BigDecimal.ONE)))
                .hasMessage("subsidy.refused.no-complement");
        replace(agreement, true, new ClaimedHours(entry, cost, left));
        assertThat(db.sql("SELECT claimed FROM resources.subsidy_claimed_hour WHERE entry = ?")
                        .param(entry)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo(cost);
        assertThat(post(claim + "/delete")).hasStatus(303);
        assertThat(db.sql("SELECT count(*) FROM resources.subsidy_claimed_hour")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void anExpenseClaimsApprovedHoursOnceAndGivesThemBack() {
        String claim = claim(file(programme(false)));
        UUID budget = CurrentActor.callAs(
                        coordinator,
                        () -> budgets.create(new BudgetFacts(
                                "resources.grant/agreement/" + UUID.randomUUID(),
                                "Mission",
                                "CAD",
                                MONDAY.minusDays(30),
                                MONDAY.plusYears(1),
                                List.of(new BudgetLineFacts(
                                        "1", "Salaires", CostClass.EMPLOYEES, new BigDecimal("9000"))))))
                .value();
        UUID line = db.sql("SELECT id FROM resources.spending_line WHERE budget = ?")
                .param(budget)
                .query(UUID.class)
                .single();
        String[] fields = {
            "person=" + TimeFixture.person(worker).value(),
            "from=" + MONDAY,
            "to=" + MONDAY.plusDays(6),
            "cost=26,88",
            "line=" + line
        };
        String hours = "/resources/spending/hours";
        assertThat(post(hours, fields))
                .hasStatus(422)
                .bodyText()
                .contains("sont déjà réclamées", "/resources/subsidy/claim/");
        String name = "Wilma Oubliée";
        db.sql("UPDATE directory.people_person SET given_name = ?, family_name = ? WHERE id = ?")
                .params("Wilma", "Oubliée", TimeFixture.person(worker).value())
                .update();
        assertThat(main(hours + "?person-typed=" + name + "&from=" + MONDAY + "&to=" + MONDAY.plusDays(6)))
                .as("counted under a typed name")
                .contains("Heures approuvées, bénévolat exclu");
        assertThat(post(claim + "/delete")).hasStatus(303);
        String expense = String.valueOf(post(hours, fields).getResponse().getRedirectedUrl());
        assertThat(main(expense)).contains("940,80", "Heures approuvées", "Salaires", "Heures comptées 35 h");
        assertThat(pages.as(Role.STAFF).open(expense).select("main").text())
                .as("a reader of expenses does not learn the hours and the rate of a person")
                .contains("Salaires")
                .doesNotContain("35 h", "35\u00a0h", "26,88");
        assertThat(post(hours, fields)).hasStatus(422).bodyText().contains("dans une dépense");
        assertThat(main(hours + "?" + String.join("&", fields))).contains("35 h");
        assertThat(post(expense + "/edit", "version=1", "day=" + MONDAY, "amount=1", "currency=CAD", "line1=" + line))
                .hasStatus(422)
                .bodyText()
                .contains("vient d’heures approuvées");
        assertThat(post(expense + "/remove", "version=1")).hasStatus(303);
        assertThat(db.sql("SELECT count(*) FROM resources.subsidy_hour_claim")
                        .query(Long.class)
                        .single())
                .as("its hours are free again")
                .isZero();
        for (String table : List.of("line", "budget")) {
            db.sql("DELETE FROM resources.spending_" + table).update();
        }
    }

    @Test
    void proposesOnlyTheHoursOfTheLinesThatAnAgreementFunds() {
        PlanId plan = ground.plan("Plan d’action");
        MeansId means = ground.means(plan, "1.2", "Ateliers");
        ActionId funded = ground.action(plan, means, "Offrir des ateliers.");
        ActionId other = ground.action(plan, means, "Tenir les livres.");
        db.sql("UPDATE plan.time_entry SET action = CASE WHEN day < ? THEN CAST(? AS uuid) ELSE CAST(? AS uuid) END")
                .params(MONDAY.plusDays(2), funded.value(), other.value())
                .update();
        String week = "/resources/spending/hours?person="
                + TimeFixture.person(worker).value() + "&from=" + MONDAY + "&to=" + MONDAY.plusDays(6);
        assertThat(main(week)).contains("bénévolat exclu : 35 h", "Offrir des ateliers", "Tenir les livres");
        assertThat(main(week + "&action=" + funded.value())).contains("bénévolat exclu : 14 h");
        assertThat(pages.as(coordinator)
                        .open(week + "&action=" + funded.value())
                        .select("[name=action][checked]"))
                .as("the ticks stay for recording")
                .hasSize(1);
        db.sql("UPDATE plan.time_entry SET action = NULL").update();
        ground.clear();
    }

    @Autowired
    private RealisationFixture ground;

    @Test
    void hoursThatChangedAreComputedAgainBeforeSending() {
        String claim = claim(file(programme(true)));
        db.sql("DELETE FROM plan.time_entry WHERE person = ? AND day = ?")
                .params(TimeFixture.person(worker).value(), MONDAY.plusDays(4))
                .update();
        assertThat(main(claim)).contains("Les heures approuvées ont changé");
        assertThat(post(claim + "/send", "version=1", "day=" + settings.today()))
                .hasStatus(422)
                .bodyText()
                .contains("Calculez de nouveau");
        assertThat(post(claim + "/recompute", "version=1")).hasStatus(303);
        assertThat(main(claim)).contains("450,80").doesNotContain("ont changé");
    }

    @Test
    void showsHoursToThePersonAndTheApproverOnly() {
        String file = file(programme(true));
        String claim = claim(file);
        Actor approver = crew.hire(visitors, "Thérèse", "Gagnon", Role.BOARD_MEMBER);
        Actor colleague = crew.hire(visitors, "Idriss", "Bah", Role.STAFF);
        db.sql("UPDATE plan.time_contract SET approver = ? WHERE id = ?")
                .params(TimeFixture.person(approver).value(), contract)
                .update();
        for (Actor reader : List.of(worker, approver, coordinator)) {
            assertThat(pages.as(reader).get(file)).hasStatusOk();
            assertThat(pages.as(reader).get(claim)).hasStatusOk();
            assertThat(pages.as(reader).get(claim + "/pdf")).hasStatusOk();
            assertThat(text(reader, "/resources/subsidy")).contains("Nadège Pierre");
        }
        Actor auditor = crew.hire(visitors, "Wilfrid", "Côté", Role.AUDITOR);
        for (Actor reader : List.of(colleague, auditor)) {
            assertThat(pages.as(reader).get(file)).hasStatus(404);
            assertThat(pages.as(reader).get(claim)).hasStatus(404);
            assertThat(pages.as(reader).get(claim + "/xlsx")).hasStatus(404);
            assertThat(text(reader, "/resources/subsidy")).doesNotContain("Nadège Pierre");
            assertThat(Pages.text(pages.as(reader).get("/api/v1/subsidies"))).contains("\"items\":[]");
        }
        assertThat(pages.as(worker).post(claim + "/send", "version=1", "day=" + settings.today()))
                .hasStatus(403);
    }
}
