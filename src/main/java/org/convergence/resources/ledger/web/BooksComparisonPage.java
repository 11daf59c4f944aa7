package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Tone;

/**
 * The comparison of our accounts with the accountant's.
 *
 * @param verdict whether all agree, in a sentence
 */
public record BooksComparisonPage(
        String title,
        String lead,
        Tone tone,
        String verdict,
        List<AccountComparisonRow> rows,
        List<UnpairedLinesPart> explained) {

    /** An account. */
    public record AccountComparisonRow(
            String account, String closed, String open, String hers, String difference, Tone tone, String state) {}

    /**
     * The lines on one side only.
     *
     * @param ours lines missing from the accountant's books
     * @param hers lines missing from ours
     */
    public record UnpairedLinesPart(
            String account, String sentence, List<UnpairedLineRow> ours, List<UnpairedLineRow> hers) {}

    /** A line of an account. */
    public record UnpairedLineRow(String day, String text, String amount) {}
}
