package org.convergence.resources.ledger.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.EntryId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.AccountantQueueService;
import org.convergence.resources.ledger.domain.BankLineQueries;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The home page cards of users that enter money: the accountant's questions, and unidentified bank lines. */
@Component
@Order(51)
@Requires(LedgerPermissions.RECORD)
record MoneyHomeCard(AccountantQueueService queue, BankLineQueries lines, OrganisationSettings settings)
        implements HomeCard {

    private static final int QUESTIONS = 5;
    private static final int RETURNED = 50;
    private static final int QUESTION = 160;

    @Override
    public List<Card> show(Words t) {
        List<CardRow> rows = new ArrayList<>();
        for (AccountantQueueService.QueueEntry it : findQuestions()) {
            String url = QueueEntryFormatter.url(it);
            String asked = it.question() == null ? "" : it.question();
            rows.add(new CardRow(
                    "resources.ledger/question/" + it.id().value(),
                    settings.today(),
                    t.say("ledger.today.question.when"),
                    false,
                    t.say(question(), QueueEntryFormatter.describe(it, t), t.money(it.amount())),
                    url,
                    TextShortener.shorten(asked, QUESTION),
                    List.of(CardAction.link(t.say("ledger.queue.answer"), url))));
        }
        int open = lines.count().open();
        if (open > 0) {
            rows.add(new CardRow(
                    "resources.ledger/bank",
                    settings.today(),
                    t.say("ledger.today.bank.when"),
                    false,
                    t.say("ledger.today.bank", open),
                    LedgerUrls.BANK,
                    null,
                    List.of(CardAction.link(t.say("ledger.today.bank.act"), LedgerUrls.BANK))));
        }
        return rows.isEmpty() ? List.of() : List.of(Card.of(CardPart.WEEK, rows));
    }

    /** The accountant may answer a colleague's question, but not their own. */
    private static String question() {
        return AccountantQueuePage.isReaderAccountant() ? "ledger.today.question.yours" : "ledger.today.question";
    }

    private List<AccountantQueueService.QueueEntry> findQuestions() {
        List<AccountantQueueService.QueueEntry> returned = queue.findReturned(RETURNED);
        Set<EntryId> mine = queue.findAskedByCurrentActor(
                returned.stream().map(AccountantQueueService.QueueEntry::id).toList());
        return returned.stream()
                .filter(it -> !mine.contains(it.id()))
                .limit(QUESTIONS)
                .toList();
    }
}
