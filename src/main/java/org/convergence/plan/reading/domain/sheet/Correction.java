package org.convergence.plan.reading.domain.sheet;

import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Commitment;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants a line to be.
 *
 * @param under the line under which it should stand, {@code null} to leave it where it is
 */
public record Correction(
        RowKind kind,
        String code,
        String title,
        String text,
        @Nullable Area area,
        Commitment commitment,
        @Nullable Integer under) {}
