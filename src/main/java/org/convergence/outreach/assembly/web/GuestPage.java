package org.convergence.outreach.assembly.web;

import java.util.List;
import org.convergence.outreach.assembly.web.BodyPage.BodyFact;
import org.jspecify.annotations.Nullable;

/**
 * A meeting opened by a link.
 *
 * @param name its title with its day
 * @param cancelled the reason for its cancellation; {@code null} if not cancelled
 * @param url the address of the link
 */
public record GuestPage(
        String name,
        String title,
        List<BodyFact> facts,
        List<MeetingPage.AgendaItemRow> points,
        List<FollowUpRow> pending,
        List<String> consultations,
        List<String> reviews,
        @Nullable String cancelled,
        String url) {}
