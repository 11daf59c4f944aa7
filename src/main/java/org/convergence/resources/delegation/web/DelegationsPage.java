package org.convergence.resources.delegation.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Delegates and votes of each member on a day.
 *
 * @param lead how many in all, in a sentence
 * @param unsaid for how many nobody can say, in a sentence; {@code null} for none
 * @param standings whether it is shown how members stand
 * @param none whether there is no table yet, so that one begins with them
 */
public record DelegationsPage(
        Form form,
        String lead,
        @Nullable String unsaid,
        List<Row> rows,
        boolean standings,
        String csv,
        String xlsx,
        boolean mayKeep,
        boolean none) {

    /**
     * A member.
     *
     * @param standing how it stands, {@code null} where that is not shown
     * @param gesture where its votes are taken away or given back; {@code null} for who may not
     */
    public record Row(
            String name,
            String url,
            String category,
            String delegates,
            String votes,
            @Nullable Tone tone,
            @Nullable String standing,
            String why,
            @Nullable Gesture gesture) {}

    /**
     * What can be done with its votes.
     *
     * @param post whether it acts at once
     */
    public record Gesture(String label, String about, String url, boolean post) {}
}
