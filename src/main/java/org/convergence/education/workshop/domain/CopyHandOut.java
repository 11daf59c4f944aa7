package org.convergence.education.workshop.domain;

import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.education.tool.HandOutSetting;
import org.jspecify.annotations.Nullable;

/**
 * Copies handed out for an order.
 *
 * @param version on which the form was opened
 * @param receiver {@code null} if the directory does not know it
 * @param more whether more than the stock is meant
 */
public record CopyHandOut(
        int version,
        UUID batch,
        int copies,
        HandOutSetting setting,
        @Nullable OrganisationId receiver,
        boolean more) {}
