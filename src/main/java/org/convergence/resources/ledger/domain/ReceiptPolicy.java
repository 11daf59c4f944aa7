package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.Fold;
import org.jspecify.annotations.Nullable;

/** What a paper that thanks for money may say of itself (R-REC-1). */
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

    /** Whether a text takes words that only a registered charity may. */
    public static boolean saysOfficial(String text) {
        String folded = " " + Fold.of(text) + " ";
        return LOCKED.stream().anyMatch(it -> folded.contains(" " + it + " "));
    }

    /**
     * Lets a text pass, or not.
     *
     * @param receivedOn the day of the money, which counts: what came before registration gives right to no receipt, ever
     * @param charitySince since when the organisation is a registered charity; {@code null} while it is none
     * @throws Refused where the words are locked
     */
    public static void requireAllowed(String text, LocalDate receivedOn, @Nullable LocalDate charitySince) {
        if (!isOfCharity(receivedOn, charitySince) && saysOfficial(text)) {
            throw new Refused("ledger.refused.official");
        }
    }

    /** The message that says what the paper is not. */
    public static String notice(LocalDate receivedOn, @Nullable LocalDate charitySince) {
        return isOfCharity(receivedOn, charitySince) ? "ledger.receipt.not-official" : "ledger.receipt.not-valid";
    }

    private static boolean isOfCharity(LocalDate receivedOn, @Nullable LocalDate charitySince) {
        return charitySince != null && !receivedOn.isBefore(charitySince);
    }
}
