package org.convergence.resources.ledger.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Brief;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.EntryId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.AccountantQueue;
import org.convergence.resources.ledger.domain.BankLines;
import org.convergence.resources.ledger.domain.EntryAuthors;
import org.springframework.stereotype.Component;

/** The home page cards of users that enter money: the accountant's questions, and unidentified bank lines. */
@Component
class MoneyCards implements HomeCard {

    private static final int QUESTIONS = 5;
    private static final int RETURNED = 50;
    private static final int QUESTION = 160;

    private final AccountantQueue queue;
    private final EntryAuthors authors;
    private final BankLines lines;
    private final OrganisationSettings settings;

    MoneyCards(AccountantQueue queue, EntryAuthors authors, BankLines lines, OrganisationSettings settings) {
        this.queue = queue;
        this.authors = authors;
        this.lines = lines;
        this.settings = settings;
    }

    @Override
    public int order() {
        return 51;
    }

    @Override
    public String permission() {
        return LedgerPermissions.RECORD;
    }

    @Override
    public List<Card> show(Words t) {
        List<Row> rows = new ArrayList<>();
        for (AccountantQueue.Entry it : asked()) {
            String url = QueueRows.url(it);
            String asked = it.question() == null ? "" : it.question();
            rows.add(new Row(
                    "resources.ledger/question/" + it.id().value(),
                    settings.today(),
                    t.say("ledger.today.question.when"),
                    false,
                    t.say(question(), QueueRows.what(it, t), t.money(it.amount())),
                    url,
                    Brief.of(asked, QUESTION),
                    List.of(Act.link(t.say("ledger.queue.answer"), url))));
        }
        int open = lines.counts().open();
        if (open > 0) {
            rows.add(new Row(
                    "resources.ledger/bank",
                    settings.today(),
                    t.say("ledger.today.bank.when"),
                    false,
                    t.say("ledger.today.bank", open),
                    BankUrls.BANK,
                    null,
                    List.of(Act.link(t.say("ledger.today.bank.act"), BankUrls.BANK))));
        }
        return rows.isEmpty() ? List.of() : List.of(Card.of(Part.WEEK, rows));
    }

    /** The accountant may answer a colleague's question, but not their own. */
    private static String question() {
        return AccountantReader.isReading() ? "ledger.today.question.yours" : "ledger.today.question";
    }

    private List<AccountantQueue.Entry> asked() {
        List<AccountantQueue.Entry> returned = queue.returned(RETURNED);
        Set<EntryId> mine = authors.askedByMe(
                returned.stream().map(AccountantQueue.Entry::id).toList());
        return returned.stream()
                .filter(it -> !mine.contains(it.id()))
                .limit(QUESTIONS)
                .toList();
    }
}
