package org.convergence.resources.spending.web;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.PageSection;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.RecordExpenses;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.ExpenseQueries.ExpenseRow;
import org.convergence.resources.spending.domain.RecordExpenseQueries;
import org.convergence.resources.spending.web.ExpensePage.RecordExpense;
import org.convergence.resources.spending.web.ExpensePage.RecordExpensesPart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The expenses of a record, on its page. */
@Component
record RecordExpensesSection(RecordExpenseQueries queries, PageParts parts) implements RecordExpenses {

    @Override
    public Optional<PageSection> show(String source, Words t) {
        if (!CurrentActor.get().may(SpendingPermissions.READ)) {
            return Optional.empty();
        }
        List<RecordExpense> rows = queries.findBySource(source).stream()
                .map(each -> expense(each, t))
                .toList();
        String add = add(source);
        return rows.isEmpty() && add == null
                ? Optional.empty()
                : Optional.of(new PageSection(
                        t.say("spending.of-record"),
                        parts.render("resources/spending/of-record", t, new RecordExpensesPart(rows, add))));
    }

    private static @Nullable String add(String source) {
        return CurrentActor.get().may(SpendingPermissions.RECORD)
                ? PageAddress.of(ExpensePage.LIST + "/new")
                        .with(SourceTexts.FROM, source)
                        .toString()
                : null;
    }

    private static RecordExpense expense(ExpenseRow row, Words t) {
        return new RecordExpense(
                ExpensePage.url(row.id()),
                row.supplier().isEmpty() ? t.say("spending.no-supplier") : row.supplier(),
                t.date(row.day()) + " · " + row.lines(),
                t.money(row.money()),
                row.state().tone(),
                t.say(row.state().key()));
    }
}
