package org.convergence.plan.howto.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * All how-tos.
 *
 * @param groups those that ask for an eye first, then by area
 * @param writes whether one may be added
 */
public record HowTosPage(List<Group> groups, boolean writes) {

    /** Some of them under a heading. */
    public record Group(String title, List<Row> rows) {}

    /**
     * One of them.
     *
     * @param used in words
     * @param serves the lines that are done so, in words; {@code null} for none
     */
    public record Row(
            String title,
            String url,
            Tone tone,
            String trust,
            String used,
            @Nullable String serves) {}
}
