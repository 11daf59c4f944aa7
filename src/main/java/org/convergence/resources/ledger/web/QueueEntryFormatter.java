package org.convergence.resources.ledger.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.domain.AccountantQueueService.EntryState;
import org.convergence.resources.ledger.domain.AccountantQueueService.QueueEntry;
import org.jspecify.annotations.Nullable;

/** Formats entries of the queue. */
final class QueueEntryFormatter {

    private QueueEntryFormatter() {}

    /** @param postings of all entries, by entry id */
    static AccountantQueuePage.QueueEntryRow row(QueueEntry it, Map<UUID, List<String>> postings, Words t) {
        boolean returned = it.state() == EntryState.RETURNED;
        boolean answered = it.state() == EntryState.PROPOSED && it.answer() != null;
        return new AccountantQueuePage.QueueEntryRow(
                it.id().value() + ":" + it.version(),
                it.state() == EntryState.PROPOSED,
                url(it),
                describe(it, t),
                it.about(),
                it.party().isEmpty() ? t.shortDate(it.day()) : t.shortDate(it.day()) + " · " + it.party(),
                t.money(it.amount()),
                postings.getOrDefault(it.id().value(), List.of()),
                returned ? Tone.WARN : answered ? Tone.ACTIVE : null,
                returned ? t.say("ledger.queue.returned") : answered ? t.say("ledger.queue.answered") : null,
                it.question(),
                it.answer(),
                act(it, t));
    }

    static String url(QueueEntry it) {
        return LedgerUrls.QUEUE + "/" + it.id().value();
    }

    /** “Facture F-2026-0042”, “Chèque, retourné”. */
    static String describe(QueueEntry it, Words t) {
        String number = it.number();
        if (number != null) {
            return t.say("ledger.entry." + it.kind(), number);
        }
        String how = t.say("ledger.entry.payment", t.say("ledger.method." + it.kind()));
        return it.reverses() ? t.say("ledger.entry.reversed", how) : how;
    }

    /** The page of the entry's document. */
    static @Nullable String documentUrl(QueueEntry it) {
        UUID invoice = it.invoice();
        UUID payment = it.payment();
        return payment != null
                ? LedgerUrls.payment(new PaymentId(payment))
                : invoice != null ? LedgerUrls.invoice(new InvoiceId(invoice)) : null;
    }

    private static @Nullable String act(QueueEntry it, Words t) {
        if (it.state() == EntryState.RETURNED && CurrentActor.get().may(LedgerPermissions.RECORD)) {
            return t.say("ledger.queue.answer");
        }
        return it.state() != EntryState.ACCEPTED && CurrentActor.get().may(LedgerPermissions.REVIEW)
                ? t.say("ledger.queue.ask")
                : null;
    }
}
