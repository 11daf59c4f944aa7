package org.convergence.resources.grant.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.TextShortener;
import org.convergence.resources.grant.AgreementDueId;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.PaymentChanged;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentPart;
import org.convergence.resources.ledger.domain.PaymentService;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The payments of instalments in the ledger: one for each instalment received. */
@Component
record InstalmentLedger(PaymentService payments, RecipientWords words, JdbcClient db) {

    private static final int LONGEST_TEXT = 200;

    /** For how many days around the day of the instalment the funder’s payment of the same amount is the same one. */
    private static final int DAYS_AROUND = 31;

    private record ReceivedInstalment(
            int version,
            String title,
            String what,
            @Nullable OrganisationId funder,
            String currency,
            BigDecimal amount,
            LocalDate doneOn) {}

    /** Attaches the payment that the funder made, if the ledger has it, and enters it else. */
    void enter(AgreementDueId id) {
        ReceivedInstalment due = db.sql("""
                        SELECT d.version, a.title, d.what, a.funder, a.currency, coalesce(d.received, d.amount) AS amount,
                               d.done_on
                        FROM resources.grant_agreement_due d JOIN resources.grant_agreement a ON a.id = d.agreement
                        WHERE d.id = ? AND d.kind = 'INSTALMENT' AND d.done_on IS NOT NULL
                        """)
                .param(id.value())
                .query(RecordMapper.of(ReceivedInstalment.class))
                .optional()
                .orElse(null);
        if (due != null) {
            attach(id, findEntered(due).orElseGet(() -> receive(id, due)));
        }
    }

    private Optional<PaymentId> findEntered(ReceivedInstalment due) {
        return due.funder() == null
                ? Optional.empty()
                : db.sql("""
                                SELECT p.id FROM resources.ledger_received_payment p
                                WHERE p.organisation = :funder AND NOT p.is_reversed
                                  AND p.amount = :amount AND p.currency = :currency
                                  AND p.received_on BETWEEN CAST(:on AS date) - :days AND CAST(:on AS date) + :days
                                  AND NOT EXISTS (SELECT FROM resources.grant_agreement_due d WHERE d.payment = p.id)
                                ORDER BY abs(p.received_on - CAST(:on AS date)), p.id LIMIT 1
                                """)
                        .param("funder", due.funder().value())
                        .param("amount", due.amount())
                        .param("currency", due.currency())
                        .param("on", due.doneOn())
                        .param("days", DAYS_AROUND)
                        .query(UUID.class)
                        .optional()
                        .map(PaymentId::new);
    }

    /** A transfer, until the ledger says otherwise. An instalment that was taken back and noted again is another payment. */
    private PaymentId receive(AgreementDueId id, ReceivedInstalment due) {
        Money amount = Money.of(CurrencyUnit.of(due.currency()), due.amount());
        return payments.receive(
                new PaymentFacts(
                        due.funder(),
                        due.funder() == null ? TextShortener.shorten(due.title(), LONGEST_TEXT) : null,
                        PaymentMethod.TRANSFER,
                        due.doneOn(),
                        null,
                        amount,
                        null,
                        TextShortener.shorten(
                                words.forOrganisation().say("grant.agreement.payment", due.title(), due.what()),
                                LONGEST_TEXT),
                        "grant-instalment/" + id.value() + "/" + due.version()),
                List.of(PaymentPart.of(AccountPurpose.GRANT, amount.getAmount())));
    }

    private void attach(AgreementDueId id, PaymentId payment) {
        db.sql("UPDATE resources.grant_agreement_due SET payment = ? WHERE id = ?")
                .params(payment.value(), id.value())
                .update();
    }

    /** Takes the payment of an instalment back, which must no longer name it; one that the accountant entered stays. */
    void takeBack(PaymentId payment, LocalDate day) {
        boolean isOurs = db.sql("""
                        SELECT EXISTS (SELECT FROM resources.ledger_received_payment
                                       WHERE id = ? AND NOT is_reversed AND source_kind = 'grant-instalment')
                        """).param(payment.value()).query(Boolean.class).single();
        if (isOurs) {
            payments.reverse(payment, day, words.forOrganisation().say("grant.agreement.payment.undone"));
        }
    }

    /**
     * Keeps an instalment and its payment alike when the payment is changed.
     *
     * @throws Refused if the payment is not as the agreement says any more
     */
    @EventListener
    void requireAlike(PaymentChanged change) {
        boolean differs = db.sql("""
                        SELECT EXISTS (
                            SELECT FROM resources.grant_agreement_due d
                            JOIN resources.grant_agreement a ON a.id = d.agreement
                            LEFT JOIN resources.ledger_received_payment p ON p.id = d.payment
                            WHERE d.payment = :payment
                              AND (:deleted OR p.id IS NULL OR p.is_reversed OR p.currency <> a.currency
                                   OR p.amount <> coalesce(d.received, d.amount)))
                        """)
                .param("payment", change.payment().value())
                .param("deleted", change.isDeleted())
                .query(Boolean.class)
                .single();
        if (differs) {
            throw new Refused("grant.agreement.refused.ledger");
        }
    }
}
