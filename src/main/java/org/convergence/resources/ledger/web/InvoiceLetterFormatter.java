package org.convergence.resources.ledger.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.InvoiceLetterSource;
import org.convergence.resources.ledger.InvoiceLetterSource.InvoiceLetter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Describes the state of the letters of invoices. */
@Component
record InvoiceLetterFormatter(ObjectProvider<InvoiceLetterSource> letters) {

    /** The letters of each invoice, without invoices that have none. */
    Map<InvoiceId, List<InvoiceLetter>> find(Collection<InvoiceId> invoices) {
        InvoiceLetterSource source = letters.getIfAvailable();
        return source == null ? Map.of() : source.findByInvoices(invoices);
    }

    /** “Facture : parti le 28 novembre 2026”, “Rappel 1 : en attente d’envoi”. */
    static String describe(InvoiceLetter letter, Words t) {
        String state = letter.sentElsewhereOn() != null
                ? t.say("ledger.letter.elsewhere", letter.sentElsewhereOn())
                : letter.status() == null
                        ? t.say("ledger.letter.printed")
                        : LetterFormatter.stateWithDetail(letter.status(), t);
        return letter.round() == 0
                ? t.say("ledger.letter.invoice", state)
                : t.say("ledger.letter.reminder", letter.round(), state);
    }
}
