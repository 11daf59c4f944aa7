package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.convergence.platform.database.Refused;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to enter one cheque or transfer twice: equal number, amount and payer mean the same one. A reversed payment
 * may be entered again.
 */
@Component
record DuplicatePaymentCheck(PayerCredit leftOver, JdbcClient db) {

    /** A reference counts as the number of a transfer only if it is no mere word of the bank, such as INTERAC. */
    private static final Pattern NUMBER = Pattern.compile("(?=.*\\d)\\S{6,}");

    private static final String SAME_CHEQUE = "ltrim(p.reference, '0') = ltrim(:number, '0')";

    private static final String SAME_TRANSFER =
            "upper(regexp_replace(p.reference, '\\s', '', 'g')) = upper(regexp_replace(:number, '\\s', '', 'g'))";

    /** The bank itself tells its lines apart, so a transfer from a bank line is not compared with another. */
    private static final String SAME = """
            SELECT p.received_on FROM resources.ledger_payment p
            WHERE p.method = :method AND p.amount = :amount AND p.currency = :currency
              AND p.id IS DISTINCT FROM CAST(:itself AS uuid)
              AND NOT EXISTS (SELECT FROM resources.ledger_payment r WHERE r.reverses = p.id)
              AND (p.method = 'CHEQUE' OR NOT EXISTS (
                   SELECT FROM resources.ledger_payment own WHERE own.id = CAST(:itself AS uuid) AND own.source IS NOT NULL))
              AND %s AND %s ORDER BY p.received_on LIMIT 1
            """;

    /**
     * Must run before a payment is entered or corrected; locks the payer until the transaction ends.
     *
     * @param itself the payment being corrected; {@code null} for a new one
     * @throws Refused if the payment exists already
     */
    void requireNew(PaymentFacts facts, @Nullable PaymentId itself) {
        String number = facts.reference();
        if (number == null || !hasReliableNumber(facts, number)) {
            return;
        }
        PayerCredit.PayerKey payer = PayerCredit.PayerKey.of(facts.from(), facts.payer());
        leftOver.lock(payer);
        UUID own = itself == null ? null : itself.value();
        boolean cheque = facts.method() == PaymentMethod.CHEQUE;
        Optional<LocalDate> noted = db.sql(SAME.formatted(cheque ? SAME_CHEQUE : SAME_TRANSFER, payer.condition()))
                .param("method", facts.method().name())
                .param("number", number)
                .param("amount", facts.amount().getAmount())
                .param("currency", facts.amount().getCurrencyUnit().getCode())
                .param("itself", own)
                .param("payer", payer.key())
                .query(LocalDate.class)
                .optional();
        if (noted.isPresent()) {
            throw new Refused(
                    cheque ? "ledger.refused.cheque-noted" : "ledger.refused.transfer-noted", number, noted.get());
        }
    }

    private static boolean hasReliableNumber(PaymentFacts facts, String number) {
        return switch (facts.method()) {
            case CHEQUE -> true;
            case TRANSFER ->
                facts.source() == null
                        && NUMBER.matcher(number.replaceAll("\\s", "")).matches();
            default -> false;
        };
    }
}
