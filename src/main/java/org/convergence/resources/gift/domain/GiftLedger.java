package org.convergence.resources.gift.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.convergence.directory.people.Party;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.resources.gift.domain.Gift.GiftFacts;
import org.convergence.resources.gift.domain.Gift.GiftId;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.PaymentChanged;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentPart;
import org.convergence.resources.ledger.domain.PaymentQueries;
import org.convergence.resources.ledger.domain.PaymentQueries.PaymentSummary;
import org.convergence.resources.ledger.domain.PaymentService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The payments of gifts in the ledger. They name the number of the gift, and never its donor. */
@Component
record GiftLedger(PaymentService payments, PaymentQueries paymentQueries, RecipientWords words, JdbcClient db) {

    /** What the ledger and the funds call a gift: “Don n° 12”. */
    String label(int number) {
        return words.forOrganisation().say("gift.label", number);
    }

    /** Why a gift whose import was taken back is reversed. */
    String undone() {
        return words.forOrganisation().say("gift.import.undone");
    }

    /** Enters the payment of a gift. */
    PaymentId receive(GiftId id, int number, GiftFacts facts) {
        return payments.receive(facts(null, label(number), facts, null, null, "gift/" + id.value()), part(facts));
    }

    /** Whether a correction changes what the ledger knows of a gift. */
    boolean isPaidOtherwise(Gift before, GiftFacts facts) {
        return !facts.amount().equals(before.amount())
                || facts.method() != before.method()
                || !facts.receivedOn().equals(before.receivedOn())
                || !facts.reference().equals(before.reference());
    }

    /**
     * Corrects the payment of a gift.
     *
     * @throws Refused if the same cheque pays something else too
     */
    void correct(Gift before, GiftFacts facts) {
        PaymentSummary payment = paymentQueries.findById(Objects.requireNonNull(before.payment()));
        if (!payment.amount().equals(before.amount())) {
            throw new Refused("gift.refused.shared-cheque");
        }
        payments.correct(
                payment.id(),
                payment.version(),
                facts(payment.from(), payment.payer(), facts, payment.bank(), payment.remark(), null),
                part(facts));
    }

    private static List<PaymentPart> part(GiftFacts facts) {
        return List.of(PaymentPart.of(AccountPurpose.GIFT, facts.amount().getAmount()));
    }

    private static PaymentFacts facts(
            @Nullable Party from,
            @Nullable String payer,
            GiftFacts facts,
            @Nullable AccountId bank,
            @Nullable String remark,
            @Nullable String source) {
        return new PaymentFacts(
                from,
                payer,
                facts.method().toPayment(),
                facts.receivedOn(),
                facts.reference().isEmpty() ? null : facts.reference(),
                facts.amount(),
                bank,
                remark,
                source);
    }

    void reverse(PaymentId payment, LocalDate day, String reason) {
        payments.reverse(payment, day, reason);
    }

    /**
     * Keeps a gift and its payment alike when the payment is changed.
     *
     * @throws Refused if the payment is not as the gift says any more
     */
    @EventListener
    void requireAlike(PaymentChanged change) {
        boolean differs = db.sql("""
                        SELECT EXISTS (
                            SELECT FROM resources.gift g LEFT JOIN resources.ledger_gift_payment p ON p.id = g.payment
                            WHERE g.payment = :payment
                              AND (:deleted OR p.id IS NULL OR p.is_reversed <> (g.reversed_on IS NOT NULL)
                                   OR p.amount <> g.amount OR p.currency <> g.currency OR p.received_on <> g.received_on))
                        """)
                .param("payment", change.payment().value())
                .param("deleted", change.isDeleted())
                .query(Boolean.class)
                .single();
        if (differs) {
            throw new Refused("gift.refused.ledger");
        }
    }
}
