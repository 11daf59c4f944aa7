package org.convergence.plan.realisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The share of participants who say that they will use what they learned, measured at realisations; a bean of the module
 * that asks them. It gives no share that the module does not show.
 */
public interface RealisationShareSource {

    /** What shares are measured for, such as the workshops of the catalogue. */
    List<ShareTopic> findTopics();

    /**
     * The share of each realisation that has one.
     *
     * @param topic {@code null} for all
     */
    Map<RealisationId, RealisationShare> findShares(Collection<RealisationId> realisations, @Nullable UUID topic);

    /** For what a share is measured. */
    record ShareTopic(UUID id, String name) {}

    /** A part of those who answered. */
    record RealisationShare(int part, int whole) {}
}
