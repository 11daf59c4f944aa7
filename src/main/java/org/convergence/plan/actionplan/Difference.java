package org.convergence.plan.actionplan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line that is not as it was: as it was adopted, or in the plan of the period before.
 *
 * @param place the code or title of what it stands under, where it stands now, else where it stood
 * @param before as it was, {@code null} for a line added since
 * @param after as it is now, {@code null} for a line dropped since
 * @param moved whether it stands under another line than it did
 */
public record Difference(
        Level level,
        UUID line,
        String place,
        @Nullable Side before,
        @Nullable Side after,
        boolean moved) {

    /** One side of the comparison; commitment and target for actions only. */
    public record Side(
            @Nullable String code,
            String title,
            String text,
            @Nullable Commitment commitment,
            @Nullable Target target) {}

    /** The words as they were. */
    public String then() {
        return before == null ? "" : (before.title + "\n" + before.text).strip();
    }

    /** The words as they are now. */
    public String now() {
        return after == null ? "" : (after.title + "\n" + after.text).strip();
    }
}
