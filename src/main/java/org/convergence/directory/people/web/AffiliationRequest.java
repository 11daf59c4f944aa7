package org.convergence.directory.people.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.AffiliationNature;
import org.jspecify.annotations.Nullable;

/** An affiliation to create. */
record AffiliationRequest(
        @Schema(description = "Id of the affiliated organisation")
        UUID member,

        @Schema(description = "Id of its parent") UUID parent,

        @Schema(description = "AFFILIATED by default") @Nullable
        AffiliationNature nature,

        @Nullable LocalDate since,
        @Nullable LocalDate until) {}
