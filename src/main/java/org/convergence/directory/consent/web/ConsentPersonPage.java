package org.convergence.directory.consent.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All on the consents of one person.
 *
 * @param directory her page in the directory
 * @param url of this page
 */
public record ConsentPersonPage(
        String name, String directory, String url, List<Channel> channels, List<Line> lines, boolean mayRecord) {

    /** What one may write by one channel. */
    public record Channel(String name, List<ConsentState> states) {}

    /**
     * A row of the ledger.
     *
     * @param wording the exact words; {@code null} where there are none
     * @param more what else is known of it, line by line
     */
    public record Line(
            String when,
            String what,
            List<String> more,
            @Nullable String wording) {}
}
