package org.convergence.outreach.event.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The children that a guest brings to the childcare of an event (R-EVT-9). No child is named.
 *
 * @param children the age band of each child
 * @param pickUp the person who comes for them; {@code null} without children
 * @param photos whether pictures of them may be taken, a yes of its own
 */
public record ChildcareRequest(
        List<AgeBand> children, @Nullable String pickUp, boolean photos) {

    /** The age of a child. */
    public enum AgeBand {
        UNDER_3,
        FROM_3_TO_5,
        FROM_6
    }

    /** The children of a guest, for the adults with them. */
    public record ChildrenRow(String guest, List<String> children, String pickUp, boolean photos) {

        /** How many children of an age come with the guest. */
        public long count(AgeBand band) {
            return children.stream().filter(band.name()::equals).count();
        }
    }
}
