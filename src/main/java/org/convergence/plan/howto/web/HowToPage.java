package org.convergence.plan.howto.web;

import java.util.List;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * How something is done here.
 *
 * @param url where it is; what is done goes below it
 * @param trust in words
 * @param doubt what is to be corrected, in the words of whoever said so; {@code null} where nothing is
 * @param asks whether the reader is asked if it is still true
 * @param served the lines that are done so
 * @param lines those that may be added
 * @param versions how often it was written
 */
public record HowToPage(
        String title,
        String url,
        Tone tone,
        String trust,
        String used,
        @Nullable String doubt,
        boolean asks,
        SafeHtml text,
        List<Served> served,
        List<Option> lines,
        boolean writes,
        int versions) {

    /** A line that is done so. */
    public record Served(String label, String url, String id) {}
}
