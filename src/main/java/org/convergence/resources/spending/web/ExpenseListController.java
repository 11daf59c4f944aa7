package org.convergence.resources.spending.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.search.SearchSourceFactory;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.YearEndCheck;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseState;
import org.convergence.resources.spending.domain.ExpenseQueries;
import org.convergence.resources.spending.domain.ExpenseQueries.ExpenseFilter;
import org.convergence.resources.spending.domain.ExpenseQueries.ExpenseRow;
import org.convergence.resources.spending.domain.ExpenseQueueQueries;
import org.convergence.resources.spending.domain.ExpenseQueueQueries.WaitingExpense;
import org.convergence.resources.spending.domain.ExpenseQueueQueries.WaitingExpenses;
import org.convergence.resources.spending.domain.ExpenseService;
import org.convergence.resources.spending.domain.ExpenseService.AcceptedExpenses;
import org.convergence.resources.spending.web.ExpensePage.ExpenseListPage;
import org.convergence.resources.spending.web.ExpensePage.ExpenseQueuePage;
import org.convergence.resources.spending.web.ExpensePage.QueuedExpense;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of expenses and its export, and the accountant's queue. */
@Controller
@RequestMapping("/resources/spending")
@Requires(SpendingPermissions.READ)
record ExpenseListController(
        ExpenseQueries queries, ExpenseQueueQueries queue, OrganisationSettings settings, ExpenseService expenses) {

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
    private static final int QUEUED = 100;

    /** An undo names each expense in its address: beyond these, the batch is reopened one by one. */
    private static final int MOST_UNDONE = 20;

    @GetMapping
    ModelAndView list(Form form, Words t) {
        return VIEW.page(form, t, queries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    private ExpenseListPage page(List<ExpenseRow> rows, ListFrame frame, Words t) {
        WaitingExpenses waiting = queue.countWaiting();
        return new ExpenseListPage(
                frame,
                rows.stream().map(row -> item(row, t)).toList(),
                CurrentActor.get().may(SpendingPermissions.RECORD),
                CurrentActor.get().may(SubsidyPermissions.MANAGE),
                waiting.all() == 0
                        ? null
                        : t.say("spending.queue.count", waiting.all() - waiting.returned(), waiting.returned()));
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

    @GetMapping("/queue")
    ModelAndView queue(Words t) {
        return queuePage(Form.blank(), t);
    }

    private ModelAndView queuePage(Form form, Words t) {
        WaitingExpenses waiting = queue.countWaiting();
        boolean reviews = CurrentActor.get().may(SpendingPermissions.REVIEW);
        return PageView.of(
                "resources/spending/queue",
                new ExpenseQueuePage(
                        t.say("spending.queue.lead", waiting.all() - waiting.returned(), waiting.returned()),
                        form,
                        queue.findWaiting(QUEUED).stream()
                                .map(it -> queued(it, reviews, t))
                                .toList(),
                        reviews));
    }

    private QueuedExpense queued(WaitingExpense waiting, boolean reviews, Words t) {
        ExpenseRow it = waiting.expense();
        boolean waits = it.state() == ExpenseState.PROPOSED;
        String lines = it.document() == null ? t.say("spending.no-voucher", it.lines()) : it.lines();
        return new QueuedExpense(
                ExpensePage.url(it.id()),
                it.supplier().isEmpty() ? t.say("spending.no-supplier") : it.supplier(),
                t.date(it.day()) + " · " + lines,
                t.money(it.money()),
                it.state().tone(),
                t.say(it.state().key()),
                it.question(),
                it.answer(),
                waiting.dueOn() == null || waiting.what() == null
                        ? null
                        : t.say("spending.queue.blocks", waiting.what(), t.by(waiting.dueOn(), settings.today())),
                reviews && waits ? it.id().value() + ":" + it.version() : null);
    }

    @PostMapping("/queue")
    @Requires(SpendingPermissions.REVIEW)
    ModelAndView accept(Form form, Words t) {
        return form.submit(
                answers -> seen(form),
                chosen -> {
                    AcceptedExpenses accepted = expenses.accept(chosen);
                    int count = accepted.versions().size();
                    SeeOther answer = count < chosen.size()
                            ? SeeOther.to(ExpensePage.QUEUE)
                                    .withWarning(
                                            "spending.accepted-some",
                                            count,
                                            chosen.size() - count,
                                            accepted.withoutVoucher())
                            : SeeOther.to(ExpensePage.QUEUE)
                                    .withNotice("spending.accepted", count, accepted.withoutVoucher());
                    return count > MOST_UNDONE ? answer : answer.withUndo(undo(accepted.versions()));
                },
                () -> queuePage(form, t));
    }

    private static String undo(Map<ExpenseId, Integer> accepted) {
        return ExpensePage.QUEUE + "/reopen?"
                + accepted.entrySet().stream()
                        .map(each -> "expense=" + each.getKey().value() + ":" + each.getValue())
                        .collect(Collectors.joining("&"));
    }

    @PostMapping("/queue/reopen")
    @Requires(SpendingPermissions.REVIEW)
    ModelAndView reopen(Form form, Words t) {
        return form.submit(
                answers -> seen(form),
                accepted -> {
                    expenses.reopen(accepted);
                    return SeeOther.to(ExpensePage.QUEUE).withNotice("spending.reopened.some", accepted.size());
                },
                () -> queuePage(Form.blank(), t));
    }

    private static Map<ExpenseId, Integer> seen(Form form) {
        Map<ExpenseId, Integer> seen = new LinkedHashMap<>();
        for (String text : form.values("expense")) {
            String[] parts = text.split(":", 2);
            Optional<UUID> id = TextParser.id(parts[0]);
            Optional<Integer> version = parts.length < 2 ? Optional.empty() : TextParser.wholeNumber(parts[1]);
            if (id.isPresent() && version.isPresent()) {
                seen.put(new ExpenseId(id.get()), version.get());
            }
        }
        if (seen.isEmpty()) {
            form.refuse("spending.refused.none-chosen");
        }
        return seen;
    }

    /** Expenses in the global search, by supplier, number or note. */
    @Bean
    static SearchSource expenseSearch(SearchSourceFactory sources) {
        return sources.create("spending.menu", 66, SpendingPermissions.READ, "resources.spending_expense", """
                SELECT concat_ws(' · ', nullif(x.supplier, ''), nullif(x.number, ''), nullif(left(x.note, 100), '')) AS title,
                       NULL AS detail, x.day, '/resources/spending/' || x.id AS url
                FROM resources.spending_expense x
                WHERE x.words @@ websearch_to_tsquery('platform.fr', :text)
                ORDER BY x.day DESC, x.id DESC LIMIT :limit
                """);
    }
}
