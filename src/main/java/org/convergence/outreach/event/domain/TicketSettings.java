package org.convergence.outreach.event.domain;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The choices of an import of tickets besides its columns.
 *
 * @param rate dollars for one unit of another currency; {@code null} until it is known
 */
public record TicketSettings(
        UUID event, TicketSeller seller, @Nullable BigDecimal rate) {

    /** The site that sold tickets. */
    public enum TicketSeller {
        ZEFFY,
        EVENTBRITE,
        OTHER
    }
}
