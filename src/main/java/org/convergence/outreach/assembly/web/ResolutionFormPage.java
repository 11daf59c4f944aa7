package org.convergence.outreach.assembly.web;

import java.util.List;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The form of a resolution.
 *
 * @param movers possible proposers and seconders
 * @param articles majorities other than the simple one
 * @param consultations options to ratify
 * @param voices the number of votes that can be cast
 * @param enough whether there is a quorum, or was when the vote was opened
 * @param count the choice between the people counted for the vote and those recorded now; {@code null} if they agree
 */
public record ResolutionFormPage(
        AssemblyFormPage frame,
        List<Option> movers,
        List<Option> articles,
        List<Option> consultations,
        int voices,
        boolean enough,
        @Nullable VoteCountChoice count) {

    /**
     * The choice between the people counted for a vote and those recorded now.
     *
     * @param doubt how it is noted, with a quorum that they do not reach; {@code null} if they reach it, and it was noted
     *     without
     */
    public record VoteCountChoice(
            List<Option> options, @Nullable String doubt) {}
}
