package org.convergence.resources.spending.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.ExpenseQueueQueries;
import org.convergence.resources.spending.domain.ExpenseQueueQueries.WaitingExpense;
import org.convergence.resources.spending.domain.ExpenseQueueQueries.WaitingExpenses;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the home page of the people who accept expenses: how many wait, and what they block first. */
@Component
@Order(32)
@Requires(SpendingPermissions.REVIEW)
record ExpenseQueueHomeCard(ExpenseQueueQueries queue, OrganisationSettings settings) implements HomeCard {

    @Override
    public List<Card> show(Words t) {
        WaitingExpenses waiting = queue.countWaiting();
        int toAccept = waiting.all() - waiting.returned();
        if (toAccept == 0) {
            return List.of();
        }
        CardRow row = new CardRow(
                "resources.spending/queue",
                settings.today(),
                t.say("spending.due.queue.when"),
                false,
                t.say("spending.due.queue", toAccept),
                ExpensePage.QUEUE,
                blocks(toAccept, t),
                List.of(CardAction.link(t.say("spending.queue.open"), ExpensePage.QUEUE)));
        return List.of(Card.of(CardPart.WEEK, List.of(row)));
    }

    private @Nullable String blocks(int waiting, Words t) {
        for (WaitingExpense first : queue.findWaiting(1)) {
            LocalDate dueOn = first.dueOn();
            String what = first.what();
            if (dueOn != null && what != null) {
                return t.say(
                        waiting == 1 ? "spending.queue.blocks" : "spending.due.queue.blocks",
                        what,
                        t.by(dueOn, settings.today()));
            }
        }
        return null;
    }
}
