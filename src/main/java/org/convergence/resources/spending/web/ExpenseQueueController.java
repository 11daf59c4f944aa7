package org.convergence.resources.spending.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.ExpenseState;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.ExpenseQueries;
import org.convergence.resources.spending.domain.ExpenseQueries.ExpenseRow;
import org.convergence.resources.spending.domain.ExpenseQueries.WaitingExpenses;
import org.convergence.resources.spending.domain.ExpenseService;
import org.convergence.resources.spending.web.ExpensePage.ExpenseQueuePage;
import org.convergence.resources.spending.web.ExpensePage.QueuedExpense;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The accountant's queue of expenses: those chosen are accepted. */
@Controller
@RequestMapping("/resources/spending/queue")
@Requires(SpendingPermissions.READ)
class ExpenseQueueController {

    private static final int QUEUED = 100;

    private final ExpenseService expenses;
    private final ExpenseQueries queries;

    ExpenseQueueController(ExpenseService expenses, ExpenseQueries queries) {
        this.expenses = expenses;
        this.queries = queries;
    }

    @GetMapping
    ModelAndView queue(Words t) {
        return queuePage(Form.blank(), t);
    }

    private ModelAndView queuePage(Form form, Words t) {
        WaitingExpenses waiting = queries.countWaiting();
        boolean reviews = CurrentActor.get().may(SpendingPermissions.REVIEW);
        return PageView.of(
                "resources/spending/queue",
                new ExpenseQueuePage(
                        t.say("spending.queue.lead", waiting.all() - waiting.returned(), waiting.returned()),
                        form,
                        queries.findWaiting(QUEUED).stream()
                                .map(it -> queued(it, reviews, t))
                                .toList(),
                        reviews));
    }

    private static QueuedExpense queued(ExpenseRow it, boolean reviews, Words t) {
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
                reviews && waits ? it.id().value() + ":" + it.version() : null);
    }

    @PostMapping
    @Requires(SpendingPermissions.REVIEW)
    ModelAndView accept(Form form, Words t) {
        return form.submit(
                answers -> seen(form),
                chosen -> {
                    int accepted = expenses.accept(chosen);
                    return accepted < chosen.size()
                            ? SeeOther.to(ExpensePage.QUEUE)
                                    .withWarning("spending.accepted-some", accepted, chosen.size() - accepted)
                            : SeeOther.to(ExpensePage.QUEUE).withNotice("spending.accepted", accepted);
                },
                () -> queuePage(form, t));
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
}
