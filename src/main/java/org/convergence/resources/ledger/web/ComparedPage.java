package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Tone;

/**
 * The comparison of our accounts with the accountant's.
 *
 * @param verdict whether all agree, in a sentence
 */
public record ComparedPage(
        String title, String lead, Tone tone, String verdict, List<Row> rows, List<Explained> explained) {

    /** An account. */
    public record Row(
            String account, String closed, String open, String hers, String difference, Tone tone, String state) {}

    /**
     * The lines on one side only.
     *
     * @param ours lines missing from the accountant's books
     * @param hers lines missing from ours
     */
    public record Explained(String account, String sentence, List<Line> ours, List<Line> hers) {}

    /** A line of an account. */
    public record Line(String day, String text, String amount) {}
}
