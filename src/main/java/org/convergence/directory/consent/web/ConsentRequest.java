package org.convergence.directory.consent.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentMethod;
import org.jspecify.annotations.Nullable;

/** A consent, another basis, or a withdrawal to record. */
record ConsentRequest(
        UUID person,

        @Schema(description = "Absent for a withdrawal") @Nullable
        Basis basis,

        @Schema(description = "For a withdrawal, absent for all") @Nullable
        ConsentChannel channel,

        @Schema(description = "Needed for EXPRESS; absent for all") @Nullable
        Purpose purpose,

        @Schema(description = "Not after today") LocalDate date,
        @Nullable LocalDate ended,

        @Schema(description = "FORM, PAPER, ORAL or MESSAGE")
        ConsentMethod method,

        @Schema(description = "The exact words; needed for EXPRESS", maxLength = 4_000) @Nullable
        String wording,

        @Schema(description = "The version of these words; needed for EXPRESS", maxLength = 100) @Nullable
        String version,

        @Schema(maxLength = 1_000) @Nullable String source,
        @Schema(maxLength = 500) @Nullable String about,

        @Schema(description = "ISO 3166-1 alpha-2; for FOREIGN") @Nullable
        String country) {}
