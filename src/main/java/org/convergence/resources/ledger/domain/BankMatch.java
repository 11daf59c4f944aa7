package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.BankLineId;
import org.convergence.resources.ledger.DepositId;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.PaymentId;
import org.jspecify.annotations.Nullable;

/** The records that bank lines are matched with, all in one currency, and the proposals. */
public final class BankMatch {

    private BankMatch() {}

    /** How sure a proposal is; certain ones may be accepted together. */
    public enum MatchCertainty {
        CERTAIN,
        LIKELY,
        POSSIBLE
    }

    /** Why something is proposed; reasons named in the text come before those by amount alone. */
    public enum MatchReason {
        /** The text has the numbers of invoices that sum to the amount. */
        NUMBER,
        /** The text has the numbers of invoices that sum to another amount. */
        NUMBER_ONLY,
        /** An entered payment of the amount, with its payer or reference in the text. */
        PAYMENT_NAMED,
        /** The text has the payer's name, and the payer owes an invoice of the amount. */
        NAME_AND_INVOICE,
        /** The payer's whole debt is the amount. */
        NAME_AND_ALL,
        /** Some of the payer's invoices sum to the amount. */
        NAME_AND_SOME,
        /** An invoice, or the payer's whole debt, is nearly the amount. */
        NAME_AND_NEARLY,
        /** The payer's name alone. */
        NAME,
        /** A deposit slip of the amount, and the text mentions a deposit. */
        DEPOSIT,
        /** A deposit slip of the amount, not mentioned in the text. */
        DEPOSIT_AMOUNT,
        /** An entered payment of the amount and the day, not mentioned in the text. */
        PAYMENT,
        /** An entered payment of the amount within a few days, not mentioned in the text. */
        PAYMENT_AMOUNT,
        /** An invoice of exactly the amount. */
        AMOUNT,
        /** A payer's whole debt is the amount, without the name. */
        AMOUNT_OF_ALL;

        /** The message key of the reason: 0 the records proposed, 1 the payer, 2 the words of the text. */
        public String key() {
            return "ledger.match." + name();
        }

        static MatchReason ofPayment(boolean isNamed, boolean isOnTheDay) {
            return isNamed ? PAYMENT_NAMED : isOnTheDay ? PAYMENT : PAYMENT_AMOUNT;
        }
    }

    /** A line of money received. */
    public record IncomingLine(
            BankLineId id,
            AccountId bank,
            LocalDate day,
            BigDecimal amount,
            String text,
            @Nullable String reference) {}

    /** An open invoice. */
    public record MatchInvoice(InvoiceId id, String number, Party payer, String payerName, BigDecimal balance) {}

    /**
     * An organisation that a text may name.
     *
     * @param otherNames its short name among them
     */
    public record MatchOrganisation(OrganisationId id, String name, List<String> otherNames) {

        public MatchOrganisation {
            otherNames = List.copyOf(otherNames);
        }
    }

    /** A deposit slip without bank line. */
    public record MatchDepositSlip(DepositId id, String number, AccountId bank, LocalDate madeOn, BigDecimal sum) {}

    /**
     * An entered payment without bank line.
     *
     * @param payer as in the directory or on the cheque
     */
    public record MatchPayment(
            PaymentId id,
            String payer,
            @Nullable String reference,
            @Nullable AccountId bank,
            LocalDate on,
            BigDecimal amount) {}

    /**
     * A proposal of what a bank line settles.
     *
     * @param named the numbers of the invoices or of the slip
     * @param payer {@code null} where the slip or the payment gives it
     * @param written the recognised words of the line; empty where only the amount fits
     * @param parts what would be settled; empty for a slip or a payment
     * @param missing the balance that the invoices of the parts would keep
     */
    public record MatchProposal(
            MatchCertainty certainty,
            MatchReason reason,
            List<String> named,
            @Nullable Party payer,
            String payerName,
            String written,
            List<PaymentPart> parts,
            BigDecimal missing,
            @Nullable DepositId deposit,
            @Nullable PaymentId payment) {

        public MatchProposal {
            named = List.copyOf(named);
            parts = List.copyOf(parts);
        }

        /** The key by which the proposal is accepted. */
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

        MatchProposal withCertainty(MatchCertainty other) {
            return new MatchProposal(other, reason, named, payer, payerName, written, parts, missing, deposit, payment);
        }

        /** The rest that would become an advance of the payer. */
        public BigDecimal advance() {
            return parts.stream()
                    .filter(it -> it.purpose() == AccountPurpose.ADVANCE)
                    .map(PaymentPart::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** The records that the proposal uses, so that no two lines use the same one with certainty. */
        List<Object> claimedRecords() {
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

    /**
     * The words of a bank line, as written and folded for comparison.
     *
     * @param own how many words are of the text; those of the reference follow
     */
    record BankLineText(List<BankLineWord> words, int own) {

        private static final Pattern PIECE = Pattern.compile("\\S+");
        private static final Pattern PART = Pattern.compile("[\\p{L}\\p{M}\\p{N}@+]+");

        /** A word. */
        record BankLineWord(String written, String folded) {}

        static BankLineText of(String text, @Nullable String reference) {
            List<BankLineWord> words = new ArrayList<>(words(text));
            int own = words.size();
            words.addAll(words(reference == null ? "" : reference));
            return new BankLineText(List.copyOf(words), own);
        }

        private static List<BankLineWord> words(String text) {
            List<BankLineWord> words = new ArrayList<>();
            Matcher piece = PIECE.matcher(text);
            while (piece.find()) {
                String[] folded = TextNormalizer.fold(piece.group()).split(" ", -1);
                List<String> parts = PART.matcher(piece.group())
                        .results()
                        .map(it -> it.group())
                        .toList();
                for (int i = 0; i < folded.length; i++) {
                    if (!folded[i].isEmpty()) {
                        words.add(new BankLineWord(
                                parts.size() == folded.length ? parts.get(i) : piece.group(),
                                PayerName.word(folded[i])));
                    }
                }
            }
            return words;
        }

        boolean has(String word) {
            return words.stream().anyMatch(it -> it.folded().equals(word));
        }

        /** The given words as written, in the order of the text. */
        String originalWords(Collection<String> some) {
            return words.stream()
                    .filter(it -> some.contains(it.folded()))
                    .map(BankLineWord::written)
                    .distinct()
                    .collect(Collectors.joining(" "));
        }
    }
}
