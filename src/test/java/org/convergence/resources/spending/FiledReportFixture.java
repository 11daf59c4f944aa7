package org.convergence.resources.spending;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.text.Language;
import org.convergence.resources.spending.Budgets.BudgetFacts;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.domain.ExpenseFacts;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseSplit;
import org.convergence.resources.spending.domain.ExpenseFacts.VoucherFile;
import org.convergence.resources.spending.domain.ExpenseService;
import org.convergence.resources.spending.domain.FinancialReportService;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes budgets of one line with expenses, and files their reports, as the current actor. */
@Lazy
@Component
class FiledReportFixture {

    static final BudgetPeriod YEAR = new BudgetPeriod(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

    private final Budgets budgets;
    private final ExpenseService expenses;
    private final FinancialReportService reports;
    private final DocumentService documents;
    private final JdbcClient db;

    FiledReportFixture(
            Budgets budgets,
            ExpenseService expenses,
            FinancialReportService reports,
            DocumentService documents,
            JdbcClient db) {
        this.budgets = budgets;
        this.expenses = expenses;
        this.reports = reports;
        this.documents = documents;
        this.db = db;
    }

    BudgetLineId budget(String title) {
        String subject = "resources.grant/agreement/" + UUID.randomUUID();
        budgets.create(new BudgetFacts(
                subject,
                title,
                "CAD",
                YEAR.startsOn(),
                YEAR.endsOn(),
                List.of(new BudgetLineFacts("1", "Ateliers", CostClass.DIRECT, new BigDecimal("9000")))));
        return budgets.findLines(subject).get(0).id();
    }

    ExpenseId expense(BudgetLineId line, String day, String supplier, String number, String amount) {
        return expense(line, day, supplier, number, amount, "CAD");
    }

    ExpenseId expense(BudgetLineId line, String day, String supplier, String number, String amount, String currency) {
        ByteArrayResource file = new ByteArrayResource(("Facture " + number).getBytes(StandardCharsets.UTF_8));
        try (PreparedDocument prepared = documents.prepare(Upload.of(supplier + ".txt", file))) {
            return expenses.record(
                    new ExpenseFacts(
                            LocalDate.parse(day),
                            ExpenseService.money(new BigDecimal(amount), currency),
                            supplier,
                            number,
                            "",
                            false,
                            List.of(new ExpenseSplit(line, new BigDecimal("100"), null))),
                    new VoucherFile(prepared, null));
        }
    }

    FinancialReportId file(BudgetLineId line) {
        BudgetId budget = new BudgetId(db.sql("SELECT budget FROM resources.spending_line WHERE id = ?")
                .param(line.value())
                .query(UUID.class)
                .single());
        FinancialReportId id = reports.open(budget, YEAR);
        reports.approve(id, 1);
        reports.file(id, 2, Language.FRENCH);
        return id;
    }
}
