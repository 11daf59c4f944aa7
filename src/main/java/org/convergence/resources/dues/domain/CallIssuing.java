package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.domain.CallLines.CallLine;
import org.convergence.resources.ledger.InvoiceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Issues what a call asks of some members, with what each share was computed by, and sends it; in the caller's transaction. */
@Component
class CallIssuing {

    private final CallStore store;
    private final DuesInvoices invoices;
    private final ShareInvoices shares;
    private final DuesLetters letters;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    CallIssuing(
            CallStore store,
            DuesInvoices invoices,
            ShareInvoices shares,
            DuesLetters letters,
            OrganisationSettings settings,
            JdbcClient db) {
        this.store = store;
        this.invoices = invoices;
        this.shares = shares;
        this.letters = letters;
        this.settings = settings;
        this.db = db;
    }

    /** What a step did. */
    record Done(int issued, int mailed, int printed) {}

    /** Two runs that were started together go one after the other, step by step. */
    private void hold(CallId id, LocalDate issuedOn) {
        db.sql("SELECT id FROM resources.dues_call WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(UUID.class)
                .list();
        Call kept = store.findById(id.value()).orElseThrow(() -> new NotFound("call"));
        if (kept.issuedOn() == null) {
            store.save(kept.issued(issuedOn));
        }
    }

    /** @param sentOn the day on which they were sent by other means; {@code null} to send them now */
    Done issue(CallKeeping.Kept call, List<CallLine> some, @Nullable LocalDate sentOn) {
        LocalDate on = sentOn == null ? settings.today() : sentOn;
        hold(call.id(), on);
        Set<UUID> asked = Set.copyOf(db.sql("""
                        SELECT membership FROM resources.dues_share WHERE call = ? AND membership = ANY (?)
                        """)
                .params(
                        call.id().value(),
                        some.stream()
                                .map(it -> it.share().member().id().value())
                                .toArray(UUID[]::new))
                .query(UUID.class)
                .list());
        int issued = 0;
        int mailed = 0;
        int printed = 0;
        for (CallLine line : some) {
            boolean may = sentOn == null ? line.isAskable() : line.isEnterable();
            if (!may || asked.contains(line.share().member().id().value())) {
                continue;
            }
            InvoiceId invoice = invoices.issue(call, line, on);
            keep(call.id(), line, invoice);
            issued++;
            if (sentOn != null) {
                letters.skip(invoice, 0, sentOn);
            } else if (letters.post(invoice, 0, call.facts(), line.share().reach())) {
                mailed++;
            } else {
                printed++;
            }
        }
        return new Done(issued, mailed, printed);
    }

    private void keep(CallId call, CallLine line, InvoiceId invoice) {
        Share.Counted used = line.share().headcount();
        AdoptedRate rate = line.share().rate();
        db.sql("""
                        INSERT INTO resources.dues_share
                            (call, membership, invoice, rate, headcount, status, counted_on, asked)
                        VALUES (:call, :membership, :invoice, :rate, :headcount, :status, :on, :asked)
                        """)
                .param("call", call.value())
                .param("membership", line.share().member().id().value())
                .param("invoice", invoice.value())
                .param("rate", rate == null ? null : rate.id().value())
                .param("headcount", used == null ? null : used.number())
                .param("status", used == null ? null : used.status().name())
                .param("on", used == null ? null : used.on())
                .param("asked", Objects.requireNonNull(line.amount()).getAmount())
                .update();
        shares.add(call, line.share().member().id(), invoice);
    }
}
