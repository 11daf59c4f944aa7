package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.database.Refused;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One cheque is noted once, whoever opens the mail: the same number, amount and payer tell the same cheque. One that was
 * taken back may be presented again.
 */
@Component
class Cheques {

    private static final String SAME = """
            SELECT p.received_on FROM resources.ledger_payment p
            WHERE p.method = 'CHEQUE' AND ltrim(p.reference, '0') = ltrim(:number, '0')
              AND p.amount = :amount AND p.currency = :currency AND p.id IS DISTINCT FROM CAST(:itself AS uuid)
              AND NOT EXISTS (SELECT FROM resources.ledger_payment r WHERE r.reverses = p.id)
              AND\s""";

    private final LeftOver leftOver;
    private final JdbcClient db;

    Cheques(LeftOver leftOver, JdbcClient db) {
        this.leftOver = leftOver;
        this.db = db;
    }

    /**
     * Has to be asked before a payment is noted or said anew; another of the payer waits until the transaction ends.
     *
     * @param itself the payment that is said anew; {@code null} for a new one
     * @throws Refused where it is noted already
     */
    void requireNew(PaymentFacts facts, @Nullable PaymentId itself) {
        String number = facts.reference();
        if (facts.method() != PaymentMethod.CHEQUE || number == null) {
            return;
        }
        LeftOver.Payer payer = LeftOver.Payer.of(facts.from(), facts.payer());
        leftOver.hold(payer);
        UUID own = itself == null ? null : itself.value();
        Optional<LocalDate> noted = db.sql(SAME + payer.condition() + " ORDER BY p.received_on LIMIT 1")
                .param("number", number)
                .param("amount", facts.amount().getAmount())
                .param("currency", facts.amount().getCurrencyUnit().getCode())
                .param("itself", own)
                .param("payer", payer.key())
                .query(LocalDate.class)
                .optional();
        if (noted.isPresent()) {
            throw new Refused("ledger.refused.cheque-noted", number, noted.get());
        }
    }
}
