package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.InvoiceLetterSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the letters of calls with their state: invoices and reminders, by mail or printed. */
@Component
record CallLetterRepository(LetterStatusService statuses, OrganisationSettings settings, JdbcClient db)
        implements InvoiceLetterSource {

    private static final String LETTERS = """
            SELECT l.id, d.call, l.invoice, l.round, l.by_mail, l.posted_at,
                   i.total > (SELECT coalesce(sum(amount), 0) FROM resources.ledger_invoice_payment WHERE invoice = i.id)
                           + (SELECT coalesce(sum(amount), 0) FROM resources.ledger_invoice_reduction WHERE invoice = i.id)
                       AS owed
              FROM resources.dues_letter l
              JOIN resources.dues_invoice d ON d.invoice = l.invoice
              JOIN resources.ledger_issued_invoice i ON i.id = l.invoice""";

    /**
     * A letter of a call.
     *
     * @param round 0 for the invoice, else the number of its reminder
     * @param postedOn when it was given to the outbox or the printer, or sent elsewhere
     * @param owed whether its invoice has a balance today
     * @param status {@code null} where it is printed and not marked as delivered, was sent elsewhere, or is a reminder that
     *     was left out
     */
    record CallLetter(
            UUID id,
            CallId call,
            InvoiceId invoice,
            int round,
            boolean byMail,
            LocalDate postedOn,
            boolean owed,
            @Nullable LetterStatus status) {

        /** Whether it is an invoice that was sent elsewhere, on the day that a person gave at its issue. */
        boolean isSentElsewhere() {
            return round == 0 && byMail && status == null;
        }

        /**
         * Whether the letter is still owed, so that it can be marked as delivered otherwise. One on paper is not once its
         * invoice is settled, as one by mail is withheld.
         */
        boolean isOpen() {
            return status == null ? !byMail && owed : !status.state().hasLeft() && (isDueAgain() || !isObsolete());
        }

        /** Whether the letter was delivered by post or by hand. */
        boolean isDelivered() {
            return status != null && status.state() == LetterState.DELIVERED_OTHERWISE;
        }

        /** Whether it is an invoice that was taken back before it was sent, did not arrive, or is due again. */
        boolean canBeSentAgain() {
            return round == 0
                    && status != null
                    && (status.state() == LetterState.REFUSED
                            || (status.state() == LetterState.WITHHELD && status.decidedBy() != null)
                            || isDueAgain());
        }

        private boolean isObsolete() {
            return status != null && DuesLetterCompleter.isObsolete(status);
        }

        /** Whether it is an invoice that was withheld as settled, and is not: its payment was undone. */
        private boolean isDueAgain() {
            return round == 0 && owed && isObsolete();
        }
    }

    /** The letters of a call, by invoice and round. */
    List<CallLetter> findByCall(CallId call) {
        return read(db.sql("""
                        %s
                        WHERE d.call = ? ORDER BY l.invoice, l.round, l.posted_at
                        """.formatted(LETTERS)).param(call.value()));
    }

    /** The number of letters still owed, by call; calls without any are left out. */
    Map<CallId, Integer> countOpen() {
        Map<CallId, Integer> open = new HashMap<>();
        // Most letters left long ago. They are not read, as each would ask for the balance of its invoice.
        read(db.sql("""
                        %s
                        WHERE l.id NOT IN (SELECT record_id FROM platform.mail_letter_status
                                            WHERE matter = ? AND left_on IS NOT NULL AND record_id IS NOT NULL)
                        """.formatted(LETTERS)).param(DuesLetterSender.MATTER)).stream()
                .filter(CallLetter::isOpen)
                .forEach(each -> open.merge(each.call(), 1, Integer::sum));
        return open;
    }

    @Override
    public Map<InvoiceId, List<InvoiceLetter>> findByInvoices(Collection<InvoiceId> invoices) {
        Map<InvoiceId, List<InvoiceLetter>> found = new HashMap<>();
        if (invoices.isEmpty()) {
            return found;
        }
        read(db.sql("""
                        %s
                        WHERE l.invoice = ANY (?) ORDER BY l.invoice, l.round, l.posted_at
                        """.formatted(LETTERS))
                        .param(invoices.stream().map(InvoiceId::value).toArray(UUID[]::new)))
                .stream()
                .filter(it -> it.status() != null || it.isOpen() || it.isSentElsewhere())
                .forEach(it -> found.computeIfAbsent(it.invoice(), id -> new ArrayList<>())
                        .add(new InvoiceLetter(it.round(), it.status(), it.isSentElsewhere() ? it.postedOn() : null)));
        return found;
    }

    private List<CallLetter> read(JdbcClient.StatementSpec sql) {
        List<CallLetter> bare = sql.query((row, n) -> new CallLetter(
                        row.getObject("id", UUID.class),
                        new CallId(row.getObject("call", UUID.class)),
                        new InvoiceId(row.getObject("invoice", UUID.class)),
                        row.getInt("round"),
                        row.getBoolean("by_mail"),
                        settings.dayOf(
                                row.getObject("posted_at", OffsetDateTime.class).toInstant()),
                        row.getBoolean("owed"),
                        null))
                .list();
        Map<UUID, LetterStatus> known = statuses.findByRecords(
                DuesLetterSender.MATTER, bare.stream().map(CallLetter::id).toList());
        return bare.stream()
                .map(it -> new CallLetter(
                        it.id(),
                        it.call(),
                        it.invoice(),
                        it.round(),
                        it.byMail(),
                        it.postedOn(),
                        it.owed(),
                        known.get(it.id())))
                .toList();
    }
}
