package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import org.convergence.outreach.assembly.domain.Convening.Notice;
import org.jspecify.annotations.Nullable;

/**
 * The notice as it would be sent, and to whom.
 *
 * @param by the last day on which it is in time
 * @param link a link that was just made, shown this once; {@code null} for none
 */
public record NoticePage(
        Link meeting,
        Notice notice,
        LocalDate by,
        LocalDate today,
        @Nullable String link) {

    /** How many it still goes to. */
    public int waiting() {
        return (int) notice.to().stream()
                .filter(each -> each.mail() != null && !each.told())
                .count();
    }

    public boolean late() {
        return by.isBefore(today);
    }
}
