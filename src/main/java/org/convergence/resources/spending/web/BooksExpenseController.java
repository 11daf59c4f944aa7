package org.convergence.resources.spending.web;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.AccountantBooks;
import org.convergence.resources.ledger.AccountantBooks.BooksDebit;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.BooksExpenseService;
import org.convergence.resources.spending.domain.DuplicateVoucher;
import org.convergence.resources.spending.domain.ExpenseQueries;
import org.convergence.resources.spending.domain.ExpenseQueries.ExpenseRow;
import org.convergence.resources.spending.web.BooksExpensePage.BooksDebitRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Lines of the accountant's books that are not expenses yet, and the recording of ticked ones. */
@Controller
@RequestMapping("/resources/spending/books")
@Requires(SpendingPermissions.RECORD)
record BooksExpenseController(
        BooksExpenseService service, AccountantBooks books, ExpenseQueries queries, OrganisationSettings settings) {

    private static final int SHOWN = 200;

    /**
     * The lines that are shown.
     *
     * @param account as the books write it; empty for the accounts of the budgets
     */
    private record BooksPeriod(LocalDate from, LocalDate to, String account) {}

    private BooksPeriod period(Form form) {
        LocalDate last = books.findLastDay().orElse(settings.today());
        LocalDate from =
                TextParser.date(form.value(BooksExpensePage.FROM.name())).orElse(last.withDayOfMonth(1));
        LocalDate to = TextParser.date(form.value(BooksExpensePage.TO.name()))
                .orElse(from.withDayOfMonth(from.lengthOfMonth()));
        return new BooksPeriod(from, to, form.value("account"));
    }

    private List<String> accounts(BooksPeriod period) {
        return period.account().isEmpty() ? service.findBudgetAccounts() : List.of(period.account());
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        return page(form, null, t);
    }

    private ModelAndView page(Form form, @Nullable ExpenseRow first, Words t) {
        BooksPeriod period = period(form);
        form.with(BooksExpensePage.FROM.name(), period.from()).with(BooksExpensePage.TO.name(), period.to());
        List<String> accounts = accounts(period);
        List<BooksDebit> left = service.findUnrecorded(accounts, period.from(), period.to());
        return PageView.of(
                "resources/spending/books",
                new BooksExpensePage(
                        form,
                        books.findAccounts(period.from(), period.to()).stream()
                                .map(account -> Option.of(account, account))
                                .toList(),
                        LineOptions.of(queries.findOpenLines(settings.today()), null, t),
                        left.stream().limit(SHOWN).map(debit -> row(debit, t)).toList(),
                        accounts.isEmpty()
                                ? t.say("spending.books.choose")
                                : t.say("spending.books.count", left.size())
                                        + (left.size() > SHOWN ? " " + t.say("spending.books.shown", SHOWN) : ""),
                        first == null
                                ? null
                                : new Tab(t.say("spending.books.first"), ExpensePage.url(first.id()), false)));
    }

    private static BooksDebitRow row(BooksDebit debit, Words t) {
        var entry = debit.entry();
        return new BooksDebitRow(
                debit.key(),
                entry.text().isEmpty() ? t.say("spending.no-supplier") : entry.text(),
                entry.reference().isEmpty()
                        ? t.say("spending.books.detail", entry.day(), entry.account())
                        : t.say("spending.books.detail.reference", entry.day(), entry.account(), entry.reference()),
                t.money(entry.amount(), AccountantBooks.CURRENCY));
    }

    private record BooksChoice(Set<String> keys, BudgetLineId line) {}

    @PostMapping
    ModelAndView record(Form form, Words t) {
        return form.submit(
                answers -> read(answers, form),
                choice -> {
                    BooksPeriod period = period(form);
                    try {
                        int count = service.record(
                                accounts(period), period.from(), period.to(), choice.keys(), choice.line());
                        return SeeOther.to(ExpensePage.LIST).withNotice("spending.books.recorded", count);
                    } catch (DuplicateVoucher duplicate) {
                        form.refuse(duplicate.messageKey(), duplicate.arguments());
                        return PageView.withErrors(page(form, duplicate.first(), t));
                    }
                },
                () -> page(form, null, t));
    }

    private static BooksChoice read(FormValues answers, Form form) {
        Set<String> keys = new LinkedHashSet<>(form.values("debit"));
        if (keys.isEmpty()) {
            form.refuse("spending.refused.no-books-line");
        }
        return new BooksChoice(keys, new BudgetLineId(answers.get(BooksExpensePage.LINE)));
    }
}
