package org.convergence.resources.ledger.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.resources.ledger.BankLineId;
import org.convergence.resources.ledger.DepositId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.domain.BankMatch.MatchProposal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ties a bank line to a payment, made from it or entered before, or to a deposit slip, or sets it aside. A tie locks
 * the line first, so that it is not tied twice.
 */
@Service
@Transactional
@Requires(LedgerPermissions.RECORD)
public class BankLineTieService {

    private static final String TABLE = "resources.ledger_bank_line";

    private final JdbcClient db;
    private final PaymentService paymentService;

    BankLineTieService(JdbcClient db, PaymentService paymentService) {
        this.db = db;
        this.paymentService = paymentService;
    }

    private record LockedLine(
            BankLineId id,
            int version,
            String state,
            @Nullable PaymentId payment,
            boolean made,
            boolean banked) {}

    private List<LockedLine> lock(String which, Object argument) {
        return db.sql("SELECT id, version, state, payment, made, banked FROM resources.ledger_bank_line WHERE " + which
                        + " ORDER BY id FOR UPDATE")
                .param(argument)
                .query(RecordMapper.of(LockedLine.class))
                .list();
    }

    private void lockOpen(BankLineId id, int version) {
        LockedLine kept = lock("id = ?", id.value()).stream().findFirst().orElseThrow(() -> new NotFound("line"));
        if (!kept.state().equals("OPEN")) {
            throw new Refused("ledger.refused.line-settled");
        }
        if (kept.version() != version) {
            throw new EditConflict(TABLE, id.value(), version);
        }
    }

    void tie(BankLineQueries.BankLine line, int version, MatchProposal chosen, UUID gesture) {
        lockOpen(line.id(), version);
        DepositId deposit = chosen.deposit();
        PaymentId payment = chosen.payment();
        if (deposit != null) {
            requireThere(deposit);
            write(line.id(), null, deposit, false, false, gesture);
        } else if (payment != null) {
            write(line.id(), payment, null, false, assignBank(line, payment), gesture);
        } else {
            PaymentFacts facts = new PaymentFacts(
                    chosen.payer(),
                    null,
                    line.method(),
                    line.day(),
                    line.reference(),
                    line.amount(),
                    line.bank(),
                    null,
                    source(line.id()));
            write(line.id(), paymentService.receive(facts, chosen.parts()), null, true, false, gesture);
        }
    }

    private void requireThere(DepositId deposit) {
        boolean there = !db.sql("SELECT id FROM resources.ledger_deposit WHERE id = ? AND NOT undone FOR UPDATE")
                .param(deposit.value())
                .query(UUID.class)
                .list()
                .isEmpty();
        if (!there) {
            throw new Refused("ledger.refused.proposal-gone");
        }
    }

    /** Ties a line to a payment other than the proposed ones. */
    public PaymentId settle(BankLineQueries.BankLine line, int version, PaymentFacts said, List<PaymentPart> parts) {
        lockOpen(line.id(), version);
        PaymentFacts facts = new PaymentFacts(
                said.from(),
                said.payer(),
                said.method(),
                line.day(),
                said.reference(),
                line.amount(),
                line.bank(),
                said.remark(),
                source(line.id()));
        PaymentId made = paymentService.receive(facts, parts);
        write(line.id(), made, null, true, false, Ids.next());
        return made;
    }

    private static String source(BankLineId id) {
        return "bank/" + id.value();
    }

    private void write(
            BankLineId id,
            @Nullable PaymentId payment,
            @Nullable DepositId deposit,
            boolean made,
            boolean banked,
            UUID gesture) {
        try {
            db.sql("""
                            UPDATE resources.ledger_bank_line
                            SET state = 'TIED', payment = :payment, deposit = :deposit, made = :made, banked = :banked,
                                gesture = :gesture, version = version + 1
                            WHERE id = :id
                            """)
                    .param("id", id.value())
                    .param("payment", payment == null ? null : payment.value())
                    .param("deposit", deposit == null ? null : deposit.value())
                    .param("made", made)
                    .param("banked", banked)
                    .param("gesture", gesture)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refused("ledger.refused.proposal-gone");
        }
    }

    /** Assigns the line's account to a payment without bank account. */
    private boolean assignBank(BankLineQueries.BankLine line, PaymentId payment) {
        return db.sql("""
                        UPDATE resources.ledger_payment SET bank = ?, version = version + 1
                        WHERE id = ? AND bank IS NULL AND NOT resources.ledger_is_closed(id)
                        """).params(line.bank().value(), payment.value()).update() == 1;
    }

    /** Sets a line aside: it is no payment. */
    public void setAside(BankLineId id, int version, BankLineQueries.AsideReason reason, @Nullable String remark) {
        lockOpen(id, version);
        if (reason == BankLineQueries.AsideReason.OTHER && remark == null) {
            throw new Refused("ledger.refused.aside-why");
        }
        db.sql("""
                        UPDATE resources.ledger_bank_line
                        SET state = 'ASIDE', aside = :reason, remark = :remark, gesture = :gesture, version = version + 1
                        WHERE id = :id
                        """)
                .param("id", id.value())
                .param("reason", reason.name())
                .param("remark", remark)
                .param("gesture", Ids.next())
                .update();
    }

    /** Sets aside all lines of money paid out: the accounting software records them. */
    public BankLineMatchingService.AcceptedLines setOutgoingAside() {
        UUID gesture = Ids.next();
        int many = db.sql("""
                        UPDATE resources.ledger_bank_line
                        SET state = 'ASIDE', aside = 'WITHDRAWAL', gesture = ?, version = version + 1
                        WHERE state = 'OPEN' AND amount < 0
                        """).param(gesture).update();
        return new BankLineMatchingService.AcceptedLines(gesture, many, 0);
    }

    /**
     * Reopens a line. A payment made from it is removed.
     *
     * @throws Refused if the payment is in a closed batch, or something depends on it
     */
    public void reopen(BankLineId id) {
        reopen(lock("id = ? AND state <> 'OPEN'", id.value()));
    }

    /** Reopens all lines tied or set aside by one action: all of them, or none. */
    public int undo(UUID gesture) {
        List<LockedLine> kept = lock("gesture = ? AND state <> 'OPEN'", gesture);
        reopen(kept);
        return kept.size();
    }

    private void reopen(List<LockedLine> lines) {
        List<PaymentId> made = new ArrayList<>();
        for (LockedLine each : lines) {
            if (each.payment() != null && each.made()) {
                made.add(each.payment());
            } else if (each.payment() != null && each.banked()) {
                db.sql("""
                                UPDATE resources.ledger_payment SET bank = NULL, version = version + 1
                                WHERE id = ? AND NOT resources.ledger_is_closed(id)
                                """).param(each.payment().value()).update();
            }
            db.sql("""
                            UPDATE resources.ledger_bank_line
                            SET state = 'OPEN', payment = NULL, deposit = NULL, made = false, banked = false, aside = NULL,
                                remark = NULL, gesture = NULL, version = version + 1
                            WHERE id = ?
                            """).param(each.id().value()).update();
        }
        made.forEach(paymentService::withdraw);
    }
}
