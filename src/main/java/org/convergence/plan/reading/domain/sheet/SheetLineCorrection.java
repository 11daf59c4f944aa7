package org.convergence.plan.reading.domain.sheet;

import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Commitment;
import org.jspecify.annotations.Nullable;

/**
 * A requested correction of a line.
 *
 * @param under the new parent line, {@code null} to leave the line where it is
 */
public record SheetLineCorrection(
        SheetLineKind kind,
        String code,
        String title,
        String text,
        @Nullable Area area,
        Commitment commitment,
        @Nullable Integer under) {}
