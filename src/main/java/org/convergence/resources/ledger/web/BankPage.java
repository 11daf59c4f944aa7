package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the bank.
 *
 * @param which those that are shown, in one word
 * @param lead what waits, in a sentence
 * @param certain how many of those shown may be accepted at once
 * @param none whether no line was ever brought in
 */
public record BankPage(
        List<Tab> tabs,
        List<Tab> kinds,
        String which,
        String lead,
        List<Row> rows,
        int certain,
        boolean records,
        boolean none,
        @Nullable String first,
        @Nullable String next) {

    /**
     * A line.
     *
     * @param said what it is by now; {@code null} while it is open
     * @param saidUrl where that is
     * @param opens whether it may be opened again
     */
    public record Row(
            String url,
            int version,
            String day,
            String amount,
            String text,
            String account,
            List<Offer> offers,
            @Nullable String said,
            @Nullable String saidUrl,
            boolean opens) {}

    /** What it may be, with the reason. */
    public record Offer(String key, Tone tone, String sure, String reason, String edit) {}
}
