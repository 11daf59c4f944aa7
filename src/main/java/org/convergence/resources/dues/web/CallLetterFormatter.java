package org.convergence.resources.dues.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.domain.CallLetterService.CallLetterSummary;
import org.convergence.resources.ledger.InvoiceLetterSource.InvoiceLetter;
import org.jspecify.annotations.Nullable;

/** Describes the state of a call's letters. */
final class CallLetterFormatter {

    private CallLetterFormatter() {}

    /** “12 partis, 3 en attente d’envoi, 2 à poster”; empty where there is none. */
    static String summary(CallLetterSummary summary, Words t) {
        List<String> parts = new ArrayList<>();
        if (summary.mailed().total() > 0) {
            parts.add(LetterFormatter.summary(summary.mailed(), t));
        }
        if (summary.printed() > 0) {
            parts.add(t.say("dues.letters.to-deliver", summary.printed()));
        }
        if (summary.elsewhere() > 0) {
            parts.add(t.say("dues.letters.elsewhere.count", summary.elsewhere()));
        }
        return String.join(", ", parts);
    }

    static CallPage.CallLettersPart part(CallLetterSummary summary, String url, boolean keeps, Words t) {
        List<String> notes = new ArrayList<>();
        List<CallPage.CallAction> links = new ArrayList<>();
        List<CallPage.CallAction> acts = new ArrayList<>();
        int perhaps = summary.mailed().count(LetterState.PERHAPS_SENT);
        int due = summary.open() - perhaps - summary.cancelled();
        if (due > 0) {
            String open = t.say("dues.letters.open", due);
            notes.add(summary.openInvoices() == 0 ? open : open + " " + t.say("dues.letters.open.invoices"));
        }
        if (summary.cancelled() > 0) {
            notes.add(t.say("dues.letters.cancelled", summary.cancelled()));
        }
        if (perhaps > 0) {
            notes.add(t.say("dues.letters.perhaps", perhaps));
        }
        if (keeps && (summary.open() > 0 || summary.mailed().count(LetterState.DELIVERED_OTHERWISE) > 0)) {
            links.add(new CallPage.CallAction(t.say("mail.deliver"), url + "/delivered"));
        }
        if (keeps && summary.waiting() > 0) {
            acts.add(new CallPage.CallAction(t.say("dues.letters.take-back", summary.waiting()), url + "/take-back"));
        }
        if (keeps && summary.unsent() > 0) {
            acts.add(new CallPage.CallAction(t.say("dues.letters.send-again", summary.unsent()), url + "/send-again"));
        }
        return new CallPage.CallLettersPart(notes, links, acts);
    }

    /** The last letter of an invoice and its state; {@code null} for none. */
    static @Nullable String describeLast(@Nullable List<InvoiceLetter> letters, Words t) {
        if (letters == null || letters.isEmpty()) {
            return null;
        }
        InvoiceLetter last = letters.get(letters.size() - 1);
        String state = last.sentElsewhereOn() != null
                ? t.say("dues.letters.elsewhere", last.sentElsewhereOn())
                : last.status() == null ? t.say("dues.letters.printed") : LetterFormatter.stateInList(last.status(), t);
        return last.round() == 0 ? state : t.say("dues.letters.reminder.state", last.round(), state);
    }
}
