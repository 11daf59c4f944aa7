package org.convergence.plan.howto.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some versions of a how-to, and one of them beside that which stands.
 *
 * @param first where the latest are; {@code null} where they are these
 * @param next where the earlier ones are; {@code null} where there are none
 * @param compared {@code null} where none is chosen
 */
public record HowToVersionsPage(
        String title,
        String url,
        List<Row> rows,
        @Nullable String first,
        @Nullable String next,
        @Nullable Compared compared) {

    /** A version. */
    public record Row(int version, String url, String when, String who, boolean current) {}

    /** Two versions beside each other. */
    public record Compared(String heading, List<Line> before, List<Line> now) {}

    /**
     * A line of a version.
     *
     * @param apart whether the other one does not have it
     */
    public record Line(String text, boolean apart) {}
}
