package org.convergence.outreach.assembly.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Meetings, the latest first.
 *
 * @param body their body; {@code null} for all
 * @param next the address of the next page, {@code null} on the last
 */
public record MeetingsPage(
        @Nullable PageLink body,
        List<MeetingRow> meetings,
        @Nullable String next) {}
