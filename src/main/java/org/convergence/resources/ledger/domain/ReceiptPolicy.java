package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** The words allowed on an acknowledgement (R-REC-1). */
public final class ReceiptPolicy {

    private static final List<String> LOCKED = List.of(
            "recu officiel",
            "recus officiels",
            "recu aux fins de l impot",
            "recu d impot",
            "recu pour impot",
            "official receipt",
            "official donation receipt",
            "tax receipt",
            "recibo oficial");

    private ReceiptPolicy() {}

    /** Whether a text uses words reserved to registered charities. */
    public static boolean usesReservedWords(String text) {
        String folded = " " + TextNormalizer.fold(text) + " ";
        return LOCKED.stream().anyMatch(it -> folded.contains(" " + it + " "));
    }

    /**
     * Checks a text.
     *
     * @param receivedOn the day of the payment, which decides: a payment before registration never gives right to a
     *     receipt
     * @param charitySince the day of registration as a charity; {@code null} without registration
     * @throws Refused if the text uses locked words
     */
    public static void requireAllowed(String text, LocalDate receivedOn, @Nullable LocalDate charitySince) {
        if (!isOfCharity(receivedOn, charitySince) && usesReservedWords(text)) {
            throw new Refused("ledger.refused.official");
        }
    }

    /** The message key that says what the document is not. */
    public static String noticeKey(LocalDate receivedOn, @Nullable LocalDate charitySince) {
        return isOfCharity(receivedOn, charitySince) ? "ledger.receipt.not-official" : "ledger.receipt.not-valid";
    }

    private static boolean isOfCharity(LocalDate receivedOn, @Nullable LocalDate charitySince) {
        return charitySince != null && !receivedOn.isBefore(charitySince);
    }
}
