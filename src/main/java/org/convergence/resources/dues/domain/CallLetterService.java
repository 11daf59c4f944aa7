package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.directory.people.Party;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.DeliveryMethod;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterSummary;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.dues.domain.CallLetterRepository.CallLetter;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.InvoiceLetterSource.InvoiceLetter;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The state of a call's letters; letters not yet sent can be delivered otherwise, taken back, or sent again. */
@Service
@Transactional
@Requires(DuesPermissions.CALL)
public class CallLetterService {

    private final DuesCallRepository calls;
    private final CallLetterRepository letters;
    private final DuesLetterSender duesLetterSender;
    private final BillingRecipients billingRecipients;
    private final InvoiceQueries invoices;
    private final LetterStatusService statuses;
    private final OrganisationSettings settings;

    CallLetterService(
            DuesCallRepository calls,
            CallLetterRepository letters,
            DuesLetterSender duesLetterSender,
            BillingRecipients billingRecipients,
            InvoiceQueries invoices,
            LetterStatusService statuses,
            OrganisationSettings settings) {
        this.calls = calls;
        this.letters = letters;
        this.duesLetterSender = duesLetterSender;
        this.billingRecipients = billingRecipients;
        this.invoices = invoices;
        this.statuses = statuses;
        this.settings = settings;
    }

    /**
     * The totals of a call's letters.
     *
     * @param printed how many are printed and not delivered yet
     * @param elsewhere how many invoices were sent elsewhere, as a person noted
     * @param open how many have not left, the printed ones included
     * @param openInvoices how many of the open ones are invoices and no reminders
     * @param cancelled how many of the open ones were taken back
     * @param waiting how many can be taken back
     * @param unsent how many invoices were taken back or did not arrive, and can be sent again
     */
    public record CallLetterSummary(
            LetterSummary mailed,
            int printed,
            int elsewhere,
            int open,
            int openInvoices,
            int cancelled,
            int waiting,
            int unsent) {}

    /** The number of letters still owed, by call; calls without any are left out. */
    @Transactional(readOnly = true)
    @Requires(DuesPermissions.READ)
    public Map<CallId, Integer> countOpen() {
        return letters.countOpen();
    }

    @Transactional(readOnly = true)
    @Requires(DuesPermissions.READ)
    public CallLetterSummary summarize(CallId call) {
        List<CallLetter> all = letters.findByCall(call);
        LetterSummary summary = LetterSummary.of(
                all.stream().map(CallLetter::status).filter(Objects::nonNull).toList());
        return new CallLetterSummary(
                summary,
                (int) all.stream()
                        .filter(it -> it.status() == null && it.isOpen())
                        .count(),
                (int) all.stream().filter(CallLetter::isSentElsewhere).count(),
                (int) all.stream().filter(CallLetter::isOpen).count(),
                (int) all.stream().filter(it -> it.isOpen() && it.round() == 0).count(),
                (int) all.stream()
                        .filter(it -> it.isOpen()
                                && it.status() != null
                                && it.status().state() == LetterState.WITHHELD)
                        .count(),
                (int) all.stream()
                        .filter(it -> it.status() != null && it.status().queued())
                        .count(),
                (int) all.stream().filter(CallLetter::canBeSentAgain).count());
    }

    /** The letters of several invoices, each invoice's own letter first. */
    @Transactional(readOnly = true)
    @Requires(DuesPermissions.READ)
    public Map<InvoiceId, List<InvoiceLetter>> findByInvoices(Collection<InvoiceId> some) {
        return letters.findByInvoices(some);
    }

    /**
     * A letter that has not left, or was delivered by post or by hand.
     *
     * @param status {@code null} where it is printed
     */
    public record OpenLetter(
            UUID id,
            String number,
            String member,
            int round,
            boolean printed,
            @Nullable LetterStatus status) {}

    /** The letters of a call that have not left. */
    @Transactional(readOnly = true)
    public List<OpenLetter> findOpen(CallId call) {
        return rows(letters.findByCall(call).stream().filter(CallLetter::isOpen).toList());
    }

    /** The letters of a call that are noted as delivered by post or by hand. */
    @Transactional(readOnly = true)
    public List<OpenLetter> findDelivered(CallId call) {
        return rows(letters.findByCall(call).stream()
                .filter(CallLetter::isDelivered)
                .toList());
    }

    private List<OpenLetter> rows(List<CallLetter> open) {
        Map<InvoiceId, InvoiceQueries.InvoiceSummary> lines = invoiceLines(open);
        return open.stream()
                .filter(it -> lines.containsKey(it.invoice()))
                .map(it -> {
                    InvoiceQueries.InvoiceSummary line = Objects.requireNonNull(lines.get(it.invoice()));
                    return new OpenLetter(
                            it.id(), line.number(), line.debtorName(), it.round(), !it.byMail(), it.status());
                })
                .toList();
    }

    private Map<InvoiceId, InvoiceQueries.InvoiceSummary> invoiceLines(List<CallLetter> some) {
        return invoices
                .findByIds(some.stream().map(CallLetter::invoice).distinct().toList(), settings.today())
                .stream()
                .collect(Collectors.toMap(InvoiceQueries.InvoiceSummary::id, Function.identity()));
    }

    /**
     * Marks letters as delivered by post or by hand.
     *
     * @param ids the letters; ids that are no open letter of the call are ignored
     * @return how many were marked
     */
    public int markDelivered(CallId call, Set<UUID> ids, DeliveryMethod method, LocalDate on) {
        List<UUID> open = letters.findByCall(call).stream()
                .filter(it -> it.isOpen() && ids.contains(it.id()))
                .map(CallLetter::id)
                .toList();
        return open.isEmpty()
                ? 0
                : statuses.markDelivered(
                        DuesLetterSender.MATTER,
                        open,
                        new LetterStatusService.LetterDelivery(
                                method, on, load(call).issuedOn()));
    }

    /** Undoes the delivery of a letter that was noted by mistake, and returns the number undone. */
    public int undoDelivered(CallId call, UUID letter) {
        List<UUID> delivered = letters.findByCall(call).stream()
                .filter(it -> it.isDelivered() && it.id().equals(letter))
                .map(CallLetter::id)
                .toList();
        return statuses.undoDelivered(DuesLetterSender.MATTER, delivered).size();
    }

    /** Takes back the waiting letters of a call, and returns their number. */
    public int takeBack(CallId call) {
        return statuses.takeBack(
                DuesLetterSender.MATTER,
                letters.findByCall(call).stream().map(CallLetter::id).toList());
    }

    /** Posts again, to the addresses of today, the invoices that were taken back or did not arrive; returns their number. */
    public int sendAgain(CallId call) {
        List<CallLetter> back = letters.findByCall(call).stream()
                .filter(CallLetter::canBeSentAgain)
                .toList();
        Map<InvoiceId, InvoiceQueries.InvoiceSummary> lines = invoiceLines(back);
        Map<Party, BillingRecipients.BillingRecipient> reached = billingRecipients.findByMembers(lines.values().stream()
                .map(InvoiceQueries.InvoiceSummary::debtor)
                .distinct()
                .toList());
        CallFacts facts = load(call).facts();
        back.forEach(it -> duesLetterSender.post(
                it.invoice(),
                0,
                facts,
                Objects.requireNonNull(reached.get(
                        Objects.requireNonNull(lines.get(it.invoice())).debtor()))));
        return back.size();
    }

    private DuesCall load(CallId id) {
        return calls.findById(id.value()).orElseThrow(() -> new NotFound("call"));
    }
}
