package org.convergence.outreach.assembly.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Open follow-ups, the earliest due first. */
public record FollowUpsPage(
        List<FollowUpRow> rows, @Nullable String next) {}
