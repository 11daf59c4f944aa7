package org.convergence.resources.spending.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.YearEndCheck;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.ExpenseQueries;
import org.convergence.resources.spending.domain.ExpenseQueries.ExpenseFilter;
import org.convergence.resources.spending.domain.ExpenseQueries.ExpenseRow;
import org.convergence.resources.spending.domain.ExpenseQueries.WaitingExpenses;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of expenses, and its export. */
@Controller
@RequestMapping("/resources/spending")
@Requires(SpendingPermissions.READ)
class ExpenseListController {

    private static final ListView<ExpenseFilter, ExpenseRow> VIEW = new ListView<>(
            ExpensePage.LIST,
            "spending.count",
            FormFields.of(
                    ExpenseListPage.WORDS.from(ExpenseFilter::words),
                    ExpenseListPage.FROM.from(ExpenseFilter::from),
                    ExpenseListPage.TO.from(ExpenseFilter::to),
                    ExpenseListPage.STATE.from(ExpenseFilter::state),
                    ExpenseListPage.BUDGET.from(ExpenseFilter::budget),
                    ExpenseListPage.LINE.from(ExpenseFilter::line),
                    ExpenseListPage.BATCH.from(ExpenseFilter::batch)),
            answers -> new ExpenseFilter(
                    answers.textOrEmpty(ExpenseListPage.WORDS),
                    answers.find(ExpenseListPage.FROM),
                    answers.find(ExpenseListPage.TO),
                    answers.find(ExpenseListPage.STATE),
                    answers.find(ExpenseListPage.BUDGET),
                    answers.find(ExpenseListPage.LINE),
                    answers.find(ExpenseListPage.BATCH)),
            List.of(
                    ListColumn.of("spending.field.day", ExpenseRow::day),
                    ListColumn.of("spending.field.supplier", ExpenseRow::supplier),
                    ListColumn.of("spending.field.number", ExpenseRow::number),
                    ListColumn.of("spending.field.amount", ExpenseRow::amount),
                    ListColumn.of("spending.field.currency", ExpenseRow::currency),
                    ListColumn.of("spending.field.lines", ExpenseRow::lines),
                    ListColumn.formatted(
                            "spending.field.state",
                            (row, t) -> t.say(row.state().key())),
                    ListColumn.of("spending.field.note", ExpenseRow::note)));

    private final ExpenseQueries queries;
    private final OrganisationSettings settings;

    ExpenseListController(ExpenseQueries queries, OrganisationSettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        return VIEW.page(form, t, queries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    private ExpenseListPage page(List<ExpenseRow> rows, ListFrame frame, Words t) {
        WaitingExpenses waiting = queries.countWaiting();
        return new ExpenseListPage(
                frame,
                rows.stream().map(row -> item(row, t)).toList(),
                CurrentActor.get().may(SpendingPermissions.RECORD),
                waiting.all() == 0 ? null : t.say("spending.queue.count", waiting.all()));
    }

    private static ExpenseListPage.ExpenseListItem item(ExpenseRow row, Words t) {
        return new ExpenseListPage.ExpenseListItem(
                ExpensePage.url(row.id()),
                row.supplier().isEmpty() ? t.say("spending.no-supplier") : row.supplier(),
                t.shortDate(row.day()),
                row.document() == null ? t.say("spending.no-voucher", row.lines()) : row.lines(),
                t.money(row.money()),
                row.state().tone(),
                t.say(row.state().key()));
    }

    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        VIEW.export(format, t.say("spending.menu"), settings.today(), form, t, queries::takeOut, response);
    }

    @Bean
    static MenuEntry expensesMenuEntry() {
        return MenuEntry.of("spending.menu", ExpensePage.LIST).requiring(SpendingPermissions.READ);
    }

    @Bean
    static AddButtonEntry expenseEntry() {
        return AddButtonEntry.of(30, "spending.add", ExpensePage.LIST + "/new", SpendingPermissions.RECORD)
                .firstUnder(ExpensePage.LIST);
    }

    /** Expenses of the year without a voucher, or that the accountant has not accepted. */
    @Bean
    static YearEndCheck expensesToSettle() {
        return new YearEndCheck(80, "spending.year-end", SpendingPermissions.RECORD, ExpensePage.LIST, """
                SELECT e.id, e.day, nullif(e.supplier, '') AS title, '/resources/spending/' || e.id AS url
                FROM resources.spending_expense e
                WHERE e.day BETWEEN :from AND :to
                  AND (e.state IN ('PROPOSED', 'RETURNED') OR e.state = 'ACCEPTED' AND e.document IS NULL AND NOT e.on_site)
                """);
    }
}
