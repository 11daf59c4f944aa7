package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A resolution on its own page.
 *
 * @param carried so that an extract of it can be made
 * @param review the day of its review, in words; {@code null} for never
 */
public record ResolutionPage(
        UUID id,
        String label,
        boolean carried,
        Tone tone,
        String state,
        String sentence,
        String vote,
        PageLink meeting,
        @Nullable String review,
        List<FollowUpRow> followUps,
        boolean edits) {}
