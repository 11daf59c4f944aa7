package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.domain.CallLineQueries.CallLine;
import org.convergence.resources.ledger.InvoiceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Issues and sends the invoices of a call for some members, with the computation of each share, in the caller's
 * transaction. It reads the data of an amount only after locking the call, since they may change while it waits.
 */
@Component
record CallIssuer(
        DuesCallRepository store,
        CallLineQueries lines,
        DuesInvoiceIssuer invoices,
        ShareInvoiceRepository shares,
        DuesLetterSender letters,
        CallRealisationRecorder realisations,
        OrganisationSettings settings,
        JdbcClient db) {

    /**
     * The terms under which invoices are issued.
     *
     * @param sentOn the day on which they were sent by other means; {@code null} to send them now
     * @param dueOn the due day of late invoices; {@code null} where none was given
     */
    record IssueTerms(@Nullable LocalDate sentOn, @Nullable LocalDate dueOn) {}

    /**
     * The result of a step.
     *
     * @param after the position after the last member handled
     * @param last whether no member is left
     */
    record IssueProgress(int issued, int mailed, int printed, String after, boolean last) {}

    /**
     * Locks all calls and rates: two runs, even of two calls for one year, alternate step by step, and a correction of
     * a call or a rate waits.
     */
    private DuesCall lockCall(CallId id) {
        db.sql("SELECT id FROM resources.dues_call ORDER BY id FOR UPDATE")
                .query(UUID.class)
                .list();
        DuesCall kept = store.findLockedById(id.value()).orElseThrow(() -> new NotFound("call"));
        db.sql("SELECT id FROM resources.dues_rate ORDER BY id FOR SHARE")
                .query(UUID.class)
                .list();
        return kept;
    }

    /**
     * Issues invoices for some members.
     *
     * @param after the position to start from
     * @param terms how they are issued, and their due day if late
     */
    IssueProgress issue(CallId id, String after, int limit, IssueTerms terms) {
        LocalDate sentOn = terms.sentOn();
        LocalDate on = sentOn == null ? settings.today() : sentOn;
        DuesCall kept = lockCall(id);
        DuesCallService.StoredCall call = DuesCallService.StoredCall.of(kept);
        LocalDate dueOn = DueDayPolicy.dueOn(call, on, terms.dueOn());
        List<CallLine> some = lines.findPage(call, after, limit);
        int issued = 0;
        int mailed = 0;
        int printed = 0;
        for (CallLine line : some) {
            if (sentOn == null ? !line.isAskable() : !line.isEnterable()) {
                continue;
            }
            InvoiceId invoice = invoices.issue(call, line, on, dueOn);
            saveShare(call, line, invoice);
            issued++;
            if (sentOn != null) {
                letters.skip(invoice, 0, sentOn);
            } else if (letters.post(invoice, 0, call.facts(), line.share().reach())) {
                mailed++;
            } else {
                printed++;
            }
        }
        if (issued > 0 && kept.issuedOn() == null) {
            store.save(kept.withIssuedOn(on));
        }
        if (sentOn != null && issued > 0) {
            realisations.record(kept.id(), kept.kind(), kept.name(), sentOn);
        }
        return new IssueProgress(
                issued,
                mailed,
                printed,
                some.isEmpty()
                        ? after
                        : some.get(some.size() - 1).share().member().position(),
                some.size() < limit);
    }

    private void saveShare(DuesCallService.StoredCall call, CallLine line, InvoiceId invoice) {
        MemberAssessment.AssessedHeadcount used = line.share().headcount();
        AdoptedRate rate = call.facts().amount() == null ? line.share().rate() : null;
        db.sql("""
                        INSERT INTO resources.dues_share
                            (call, membership, invoice, rate, headcount, status, counted_on, asked)
                        VALUES (:call, :membership, :invoice, :rate, :headcount, :status, :on, :asked)
                        """)
                .param("call", call.id().value())
                .param("membership", line.share().member().id().value())
                .param("invoice", invoice.value())
                .param("rate", rate == null ? null : rate.id().value())
                .param("headcount", used == null ? null : used.number())
                .param("status", used == null ? null : used.status().name())
                .param("on", used == null ? null : used.on())
                .param("asked", Objects.requireNonNull(line.amount()).getAmount())
                .update();
        shares.add(call.id(), line.share().member().id(), invoice);
    }
}
