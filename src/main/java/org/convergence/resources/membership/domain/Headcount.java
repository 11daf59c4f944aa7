package org.convergence.resources.membership.domain;

import java.time.Instant;
import org.convergence.resources.membership.HeadcountId;
import org.jspecify.annotations.Nullable;

/**
 * A stored statement of an organisation's headcount.
 *
 * @param recordedAt when it was recorded
 * @param withdrawn whether it was withdrawn
 * @param confirmed whether it has the status confirmed, or another valid statement confirms it
 * @param remark of the organisation; {@code null} for none
 */
public record Headcount(
        HeadcountId id,
        HeadcountFacts facts,
        Instant recordedAt,
        boolean withdrawn,
        boolean confirmed,
        @Nullable String remark) {}
