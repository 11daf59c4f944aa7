package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.convergence.directory.people.Party;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.BankLineId;
import org.convergence.resources.ledger.DepositId;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.PaymentId;
import org.jspecify.annotations.Nullable;

/** What bank lines are matched with, all in one currency, and what is proposed. */
public final class Match {

    private Match() {}

    /** How sure a proposal is; those that are certain may be accepted at once. */
    public enum Certainty {
        CERTAIN,
        LIKELY,
        POSSIBLE
    }

    /** Why something is proposed; what the text names comes before what only has the amount. */
    public enum Reason {
        /** The numbers of the invoices stand in the text, and they come to the amount. */
        NUMBER,
        /** They do, and come to another amount. */
        NUMBER_ONLY,
        /** A payment of the amount that was noted, and whose payer or reference stands in the text. */
        PAYMENT_NAMED,
        /** The payer's name stands in the text, and she owes an invoice of the amount. */
        NAME_AND_INVOICE,
        /** All that she owes comes to the amount. */
        NAME_AND_ALL,
        /** Some of her invoices come to the amount. */
        NAME_AND_SOME,
        /** An invoice, or all that she owes, comes to nearly the amount. */
        NAME_AND_NEARLY,
        /** The name alone. */
        NAME,
        /** A deposit slip of the amount, where the text speaks of a deposit. */
        DEPOSIT,
        /** A deposit slip of the amount, of which the text says nothing. */
        DEPOSIT_AMOUNT,
        /** A payment of the amount that was noted on one of these days, of which the text says nothing. */
        PAYMENT,
        /** An invoice of just the amount. */
        AMOUNT,
        /** All that somebody owes comes to the amount. */
        AMOUNT_OF_ALL;

        /** The message that says it: 0 what is meant, 1 the payer, 2 the words of the text. */
        public String key() {
            return "ledger.match." + name();
        }
    }

    /** A line that brought money. */
    public record Line(
            BankLineId id,
            AccountId bank,
            LocalDate day,
            BigDecimal amount,
            String text,
            @Nullable String reference) {}

    /** An invoice that is not settled. */
    public record Owed(InvoiceId id, String number, Party payer, String payerName, BigDecimal balance) {}

    /** A deposit slip that no line was tied to. */
    public record Slip(DepositId id, String number, AccountId bank, LocalDate madeOn, BigDecimal sum) {}

    /**
     * A payment that was noted, and that no line was tied to.
     *
     * @param payer as the directory or the cheque has it
     */
    public record Noted(
            PaymentId id,
            String payer,
            @Nullable String reference,
            @Nullable AccountId bank,
            LocalDate on,
            BigDecimal amount) {}

    /**
     * What a line may be.
     *
     * @param named the numbers of the invoices or of the slip
     * @param payer whose money it is; {@code null} where the slip or the payment tells it
     * @param written the words of the line that were recognised; empty where the amount alone was
     * @param parts what would be settled; empty where a slip or a payment is there
     * @param missing what would still be owed of the invoices in the parts
     */
    public record Proposal(
            Certainty certainty,
            Reason reason,
            List<String> named,
            @Nullable Party payer,
            String payerName,
            String written,
            List<Part> parts,
            BigDecimal missing,
            @Nullable DepositId deposit,
            @Nullable PaymentId payment) {

        public Proposal {
            named = List.copyOf(named);
            parts = List.copyOf(parts);
        }

        /** The same as a word, by which it is accepted. */
        public String key() {
            if (deposit != null) {
                return "deposit/" + deposit.value();
            } else if (payment != null) {
                return "payment/" + payment.value();
            }
            return (payer == null ? "" : payer.value())
                    + parts.stream()
                            .map(it -> it.invoice() == null
                                    ? ""
                                    : "/" + it.invoice().value())
                            .collect(Collectors.joining());
        }

        Proposal as(Certainty other) {
            return new Proposal(other, reason, named, payer, payerName, written, parts, missing, deposit, payment);
        }

        /** What would be left to the payer as an advance. */
        public BigDecimal advance() {
            return parts.stream()
                    .filter(it -> it.purpose() == AccountPurpose.ADVANCE)
                    .map(Part::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** What it lays hold of, so that two lines do not claim one thing with certainty. */
        List<Object> things() {
            if (deposit != null) {
                return List.of(deposit);
            } else if (payment != null) {
                return List.of(payment);
            }
            return parts.stream()
                    .flatMap(it -> java.util.stream.Stream.ofNullable(it.invoice()))
                    .map(it -> (Object) it)
                    .toList();
        }
    }
}
