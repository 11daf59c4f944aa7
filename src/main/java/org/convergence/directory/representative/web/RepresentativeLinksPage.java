package org.convergence.directory.representative.web;

import java.util.List;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's links.
 *
 * @param address of the link just created, shown once; {@code null} for none
 * @param letter the last one sent; {@code null} for none
 * @param reached the people it can be sent to
 */
public record RepresentativeLinksPage(
        String organisation,
        String url,
        String action,
        @Nullable String address,
        @Nullable LetterStatus letter,
        List<Option> reached,
        List<RepresentativeLinkRow> links) {

    /** Whether the letter can still be taken back. */
    public boolean waits() {
        return letter != null && letter.queued();
    }

    /** A valid link. */
    public record RepresentativeLinkRow(String id, String made, String detail) {}
}
