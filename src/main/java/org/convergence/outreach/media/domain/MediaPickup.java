package org.convergence.outreach.media.domain;

import java.time.LocalDate;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.media.MediaPickupId;
import org.convergence.outreach.media.MediaReleaseId;
import org.convergence.outreach.media.MediaRequestId;
import org.convergence.plan.actionplan.ActionId;
import org.jspecify.annotations.Nullable;

/**
 * A place where the press spoke of us. Its realisation holds the clipping and the plan's words.
 *
 * @param interview whether one of us was interviewed
 * @param request the request that led to it; {@code null} for none
 * @param release the release that it takes up; {@code null} for none
 */
public record MediaPickup(
        MediaPickupId id,
        int version,
        OrganisationId outlet,
        String outletName,
        String title,
        LocalDate seenOn,
        boolean interview,
        @Nullable String url,
        @Nullable MediaRequestId request,
        @Nullable MediaReleaseId release,
        @Nullable ActionId action) {

    /** What is noted of a pick-up. */
    public record MediaPickupFacts(
            ChosenParties<OrganisationId> outlet,
            String title,
            LocalDate seenOn,
            boolean interview,
            @Nullable String url,
            @Nullable MediaRequestId request,
            @Nullable MediaReleaseId release,
            @Nullable ActionId action) {}
}
