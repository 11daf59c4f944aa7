package org.convergence.resources.dues.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends reminders of overdue invoices on the days set by the coordinator, counted from the due day or, if later, from
 * the day the invoice left; an invoice that has not left gets none. Of several rounds due at once only the last is
 * sent; invoices on hold by a decision, or settled, get none; after a delay the days are counted from its end
 * (R-DUES-3). A reminder that was refused or taken back can be repeated by hand only. An invoice gets at most one reminder a
 * week, and a person without consent to appeals gets none for an appeal (R-L25-9, R-CASL-11c).
 */
@Service
@Transactional
@Requires(DuesPermissions.CALL)
public class DuesReminderService {

    /**
     * The letters of an invoice, with the moment each left. A letter without a state in the outbox, or entered as sent
     * by other means, left when it was noted; a printed one left when it is marked as delivered.
     */
    private static final String LETTERS = """
            (SELECT l.invoice, l.round, l.expected_on,
                    CASE WHEN s.id IS NOT NULL THEN s.left_on WHEN l.by_mail THEN l.posted_at END AS left_on,
                    coalesce(s.state, 'WAITING') AS state,
                    coalesce(s.state = 'WITHHELD' AND s.decided_by IS NOT NULL, false) AS taken_back
             FROM resources.dues_letter l
             LEFT JOIN platform.mail_letter_status s ON s.matter = 'dues_letter' AND s.record_id = l.id)
            """;

    private static final String DUE = """
            SELECT d.call, d.invoice, i.organisation, i.person, r.round
            FROM resources.dues_invoice d
            JOIN resources.dues_call c ON c.id = d.call
            JOIN resources.ledger_issued_invoice i ON i.id = d.invoice
            JOIN LATERAL (SELECT max(place)::int AS round
                          FROM jsonb_array_elements_text(c.reminders) WITH ORDINALITY AS each (days, place)
                          WHERE greatest(coalesce(i.delayed_until, i.due_on),
                                         (SELECT max((l.left_on AT TIME ZONE :zone)::date) FROM LETTERS l
                                          WHERE l.invoice = i.id AND l.round = 0))
                                + each.days::int <= :today) r ON r.round IS NOT NULL
            WHERE (CAST(:call AS uuid) IS NULL AND c.reminding OR d.call = :call)
              AND (i.person IS NULL OR :signed)
              AND i.total > (SELECT coalesce(sum(amount), 0) FROM resources.ledger_invoice_payment WHERE invoice = i.id)
                          + (SELECT coalesce(sum(amount), 0) FROM resources.ledger_invoice_reduction WHERE invoice = i.id)
              AND NOT EXISTS (SELECT FROM LETTERS l WHERE l.invoice = i.id AND l.round = 0 AND l.left_on IS NULL)
              AND NOT EXISTS (SELECT FROM LETTERS l WHERE l.invoice = i.id
                              AND NOT (l.taken_back AND CAST(:call AS uuid) IS NOT NULL)
                              AND (l.expected_on = coalesce(i.delayed_until, i.due_on) AND l.round >= r.round
                                     AND NOT (l.state = 'REFUSED' AND CAST(:call AS uuid) IS NOT NULL)
                                   OR l.left_on IS NULL AND l.state IN ('WAITING', 'PERHAPS_SENT')
                                   OR l.left_on > CAST(:today AS date) - 7))
            ORDER BY d.call, i.id LIMIT :limit
            """.replace("LETTERS", LETTERS);

    private static final int AT_ONCE = 200;

    private final DuesCallRepository calls;
    private final BillingRecipients billingRecipients;
    private final DuesLetterSender letters;
    private final DuesEligibility duesEligibility;
    private final InvoiceQueries invoices;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    DuesReminderService(
            DuesCallRepository calls,
            BillingRecipients billingRecipients,
            DuesLetterSender letters,
            DuesEligibility duesEligibility,
            InvoiceQueries invoices,
            OrganisationSettings settings,
            JdbcClient db) {
        this.calls = calls;
        this.billingRecipients = billingRecipients;
        this.letters = letters;
        this.duesEligibility = duesEligibility;
        this.invoices = invoices;
        this.settings = settings;
        this.db = db;
    }

    private record DueReminder(CallId call, InvoiceId invoice, Party debtor, int round) {}

    /** How many reminders go by mail, are printed, or are left out. */
    public record ReminderResult(int mailed, int printed, int leftOut) {

        int all() {
            return mailed + printed + leftOut;
        }
    }

    /** How many reminders of a call are due today. */
    @Transactional(readOnly = true)
    @Requires(DuesPermissions.READ)
    public int due(CallId call) {
        List<DueReminder> due = due(call, Integer.MAX_VALUE);
        Map<UUID, CallFacts> facts = facts(due);
        Set<Party> leftOut = findExcluded(facts, due);
        return (int) due.stream()
                .filter(it -> kind(facts, it) != CallKind.APPEAL || !leftOut.contains(it.debtor()))
                .count();
    }

    /** Previews {@link #sendReminders} as of today, limited to one batch. */
    @Transactional(readOnly = true)
    public MailingPreview preview(CallId call, Words t) {
        List<DueReminder> due = due(call, AT_ONCE);
        Map<InvoiceId, InvoiceQueries.InvoiceSummary> lines =
                invoices.findByIds(due.stream().map(DueReminder::invoice).toList(), settings.today()).stream()
                        .collect(Collectors.toMap(InvoiceQueries.InvoiceSummary::id, it -> it));
        Map<Party, BillingRecipients.BillingRecipient> reached = billingRecipients.findByMembers(
                due.stream().map(DueReminder::debtor).distinct().toList());
        CallFacts facts = calls.findById(call.value())
                .orElseThrow(() -> new NotFound("call"))
                .facts();
        return letters.preview(
                facts,
                due.stream()
                        .map(it -> target(
                                it,
                                Objects.requireNonNull(lines.get(it.invoice())),
                                Objects.requireNonNull(reached.get(it.debtor()))))
                        .toList(),
                t);
    }

    private static DuesLetterSender.LetterTarget target(
            DueReminder due, InvoiceQueries.InvoiceSummary invoice, BillingRecipients.BillingRecipient reach) {
        return new DuesLetterSender.LetterTarget(
                invoice.debtorName(), reach, due.round(), invoice.number(), invoice.balance(), invoice.expectedOn());
    }

    /** Sends the due reminders of a call, limited to one batch. */
    public ReminderResult sendReminders(CallId call) {
        return post(due(call, AT_ONCE));
    }

    /** Sends one batch of the due reminders of all calls with automatic reminders; returns how many were handled. */
    int sendAllReminders() {
        return post(due(null, AT_ONCE)).all();
    }

    private Map<UUID, CallFacts> facts(List<DueReminder> due) {
        return due.stream()
                .map(it -> it.call().value())
                .distinct()
                .collect(Collectors.toMap(
                        it -> it,
                        it -> calls.findById(it)
                                .orElseThrow(() -> new NotFound("call"))
                                .facts()));
    }

    /** The people excluded from reminders of an appeal. */
    private Set<Party> findExcluded(Map<UUID, CallFacts> facts, List<DueReminder> due) {
        return duesEligibility
                .findExcluded(
                        CallKind.APPEAL,
                        due.stream()
                                .filter(it -> kind(facts, it) == CallKind.APPEAL)
                                .map(DueReminder::debtor)
                                .distinct()
                                .toList())
                .keySet();
    }

    private static CallKind kind(Map<UUID, CallFacts> facts, DueReminder due) {
        return Objects.requireNonNull(facts.get(due.call().value())).kind();
    }

    private ReminderResult post(List<DueReminder> due) {
        Map<UUID, CallFacts> facts = facts(due);
        Set<Party> leftOut = findExcluded(facts, due);
        Map<Party, BillingRecipients.BillingRecipient> reached = billingRecipients.findByMembers(
                due.stream().map(DueReminder::debtor).distinct().toList());
        int mailed = 0;
        int printed = 0;
        int left = 0;
        for (DueReminder each : due) {
            boolean out = leftOut.contains(each.debtor()) && kind(facts, each) == CallKind.APPEAL;
            if (out) {
                letters.skip(each.invoice(), each.round(), settings.today());
                left++;
            } else if (letters.post(
                    each.invoice(),
                    each.round(),
                    Objects.requireNonNull(facts.get(each.call().value())),
                    Objects.requireNonNull(reached.get(each.debtor())))) {
                mailed++;
            } else {
                printed++;
            }
        }
        return new ReminderResult(mailed, printed, left);
    }

    private List<DueReminder> due(@Nullable CallId call, int limit) {
        return new ArrayList<>(db.sql(DUE)
                .param("call", call == null ? null : call.value())
                .param("today", settings.today())
                .param("zone", settings.current().zone().getId())
                .param("signed", duesEligibility.isSigned())
                .param("limit", limit)
                .query((row, n) -> {
                    UUID organisation = row.getObject("organisation", UUID.class);
                    return new DueReminder(
                            new CallId(row.getObject("call", UUID.class)),
                            new InvoiceId(row.getObject("invoice", UUID.class)),
                            organisation == null
                                    ? new PersonId(row.getObject("person", UUID.class))
                                    : new OrganisationId(organisation),
                            row.getInt("round"));
                })
                .list());
    }
}
