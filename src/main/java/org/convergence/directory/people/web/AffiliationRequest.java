package org.convergence.directory.people.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.AffiliationNature;
import org.jspecify.annotations.Nullable;

/** An affiliation to create. */
record AffiliationRequest(
        @Schema(description = "Id of the organisation that belongs")
        UUID member,

        @Schema(description = "Id of the one to which it belongs")
        UUID parent,

        @Schema(description = "AFFILIATED unless said") @Nullable
        AffiliationNature nature,

        @Nullable LocalDate since,
        @Nullable LocalDate until) {}
