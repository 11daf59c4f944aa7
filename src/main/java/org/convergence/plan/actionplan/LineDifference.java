package org.convergence.plan.actionplan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line that differs from its adopted version, or from the plan of the period before.
 *
 * @param place the code or title of the line above it: the current one, else the former one
 * @param before the former version, {@code null} for an added line
 * @param after the current version, {@code null} for a dropped line
 * @param moved whether it is now under another line
 */
public record LineDifference(
        LineLevel level,
        UUID line,
        String place,
        @Nullable LineVersion before,
        @Nullable LineVersion after,
        boolean moved) {

    /** One side of the comparison; commitment and target for actions only. */
    public record LineVersion(
            @Nullable String code,
            String title,
            String text,
            @Nullable Commitment commitment,
            @Nullable ActionTarget target) {}

    /** The former title and text. */
    public String formerText() {
        return before == null ? "" : (before.title + "\n" + before.text).strip();
    }

    /** The current title and text. */
    public String currentText() {
        return after == null ? "" : (after.title + "\n" + after.text).strip();
    }
}
