package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.currency.ExchangeRate;
import org.convergence.platform.currency.ExchangeRateService;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.AgreementScope;
import org.convergence.resources.grant.domain.AgreementFacts;
import org.convergence.resources.grant.domain.AgreementQueries;
import org.convergence.resources.grant.domain.AgreementService;
import org.convergence.resources.spending.BudgetId;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.BudgetPeriod;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.convergence.resources.spending.CostClass;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.domain.ExpenseFacts;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseSplit;
import org.convergence.resources.spending.domain.ExpenseService;
import org.convergence.resources.spending.domain.FinancialReportService;
import org.springframework.stereotype.Component;

/** An agreement of the example in American dollars, of which two expenses were paid in Canadian ones, as the books say too. */
@Component
record DollarChapter(
        AgreementService agreements,
        AgreementQueries queries,
        ExpenseService expenses,
        ExchangeRateService rates,
        FinancialReportService reports,
        SpendingChapter spending,
        AuditedOperations operations) {

    private static final int WORKSHOPS = 4;
    private static final int TRAVEL = 5;
    private static final int MONTHS = 5;

    /** Enters the agreement and what it paid, before the books are imported. */
    BudgetId enter(ExampleActors hands, ExampleDirectory directory, LocalDate today) {
        Actor coordinator = hands.coordinator();
        LocalDate start = today.minusMonths(MONTHS);
        operations.runAs(
                coordinator,
                "currency.record",
                () -> rates.record(
                        new ExchangeRate("USD", "CAD", new BigDecimal("1.3700"), start, today, "Taux fictif du mois"),
                        false));
        AgreementFacts facts = new AgreementFacts(
                "LR-31",
                "Rencontres de travailleuses des maquilas",
                directory.organisation("fdf"),
                null,
                "USD",
                start,
                start.plusYears(1).minusDays(1),
                AgreementScope.PROJECT,
                "4.2 – Un rapport financier chaque trimestre.",
                new BigDecimal("10"),
                start.plusYears(8),
                false);
        AgreementId agreement = operations.callAs(
                coordinator,
                "grant.agreement.record",
                () -> agreements.record(
                        facts,
                        List.of(
                                new BudgetLineFacts("W", "Ateliers", CostClass.DIRECT, new BigDecimal("6000")),
                                new BudgetLineFacts("T", "Déplacements", CostClass.TRAVEL, new BigDecimal("2400")))));
        List<BudgetLineState> lines =
                operations.callAs(coordinator, "grant.agreement.read", () -> queries.findLines(agreement));
        ExpenseId first = pay(hands, lines.get(0), WORKSHOPS, start.plusDays(20), "1370.00", "Centre Fictif", "C-18");
        ExpenseId second = pay(hands, lines.get(1), TRAVEL, start.plusDays(29), "685.00", "Autobus du Golfe", "B-92");
        operations.runAs(
                hands.actorOf(ExampleUser.GUYLAINE),
                "spending.accept",
                () -> expenses.accept(Map.of(first, 1, second, 1)));
        return lines.get(0).budgetId();
    }

    /** Begins the report of the first three months, once the books are imported. */
    void report(ExampleActors hands, BudgetId budget, LocalDate today) {
        LocalDate start = today.minusMonths(MONTHS);
        operations.callAs(
                hands.coordinator(),
                "spending.report.open",
                () -> reports.open(
                        budget, new BudgetPeriod(start, start.plusMonths(3).minusDays(1))));
    }

    private ExpenseId pay(
            ExampleActors hands,
            BudgetLineState line,
            int account,
            LocalDate day,
            String amount,
            String supplier,
            String number) {
        operations.runAs(
                hands.coordinator(),
                "grant.agreement.amend",
                () -> agreements.amendLine(
                        line.id(),
                        line.version(),
                        line.budget().getAmount(),
                        SpendingChapter.ACCOUNTS.get(account),
                        "4.2"));
        spending.addToBooks(account, day.plusDays(2), number, supplier, amount);
        BudgetLineId id = line.id();
        ExpenseFacts facts = new ExpenseFacts(
                day,
                ExpenseService.money(new BigDecimal(amount), "CAD"),
                supplier,
                number,
                "",
                false,
                List.of(new ExpenseSplit(id, new BigDecimal("100"), null)));
        return operations.callAs(
                hands.actorOf(ExampleUser.IDRISS), "spending.record", () -> expenses.record(facts, null));
    }
}
