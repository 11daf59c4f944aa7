package org.convergence.resources.grant;

import org.jspecify.annotations.Nullable;

/**
 * Published when a funder accepts an application, which opens an agreement. Stable name: {@code grant.awarded}.
 *
 * @param matchPercent of the whole cost, that the call asks from others; {@code null} if it asks none
 */
public record AgreementAwarded(
        AgreementId agreement, @Nullable Integer matchPercent) {}
