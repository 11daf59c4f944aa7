package org.convergence.resources.membership.domain;

import java.time.Instant;
import org.convergence.resources.membership.HeadcountId;
import org.jspecify.annotations.Nullable;

/**
 * A statement about an organisation's size, as it is kept.
 *
 * @param recordedAt when it was entered
 * @param withdrawn whether it was taken back
 * @param confirmed whether it was found right, in a statement of its own or by another that stands
 * @param remark what the organisation added to the number, {@code null} for nothing
 */
public record Headcount(
        HeadcountId id,
        HeadcountFacts facts,
        Instant recordedAt,
        boolean withdrawn,
        boolean confirmed,
        @Nullable String remark) {}
