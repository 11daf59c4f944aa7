package org.convergence.directory.consent.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The consents of one person.
 *
 * @param directory the person's page in the directory
 * @param url of this page
 */
public record ConsentPersonPage(
        String name,
        String directory,
        String url,
        List<ChannelConsents> channels,
        List<ConsentEntryLine> lines,
        boolean mayRecord) {

    /** The answers for one channel. */
    public record ChannelConsents(String name, List<ConsentStateRow> states) {}

    /**
     * An entry of the ledger.
     *
     * @param wording the exact wording; {@code null} for none
     * @param more other details, line by line
     */
    public record ConsentEntryLine(
            String when,
            String what,
            List<String> more,
            @Nullable String wording) {}
}
