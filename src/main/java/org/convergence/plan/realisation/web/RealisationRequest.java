package org.convergence.plan.realisation.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.realisation.RealisationKind;
import org.jspecify.annotations.Nullable;

/** A past or planned realisation; only title and date are required. */
record RealisationRequest(
        @Schema(minLength = 1, maxLength = 300) String title,

        @Schema(description = "Its first day; a future one makes it planned")
        LocalDate date,

        @Schema(description = "Its last day, where it lasted longer; at most ten years later") @Nullable
        LocalDate to,

        @Schema(description = "Found from the title by default") @Nullable
        RealisationKind kind,

        @Schema(
                description =
                        RealisationResources.PLACE + " A name such as « Gaspésie » or « Mexico » is recognised too")
        @Nullable
        String place,

        @Schema(description = "How many took part in all", minimum = "0", maximum = "1000000") @Nullable
        Integer count,

        @Schema(description = "Known composition of the participants; the rest is not stated") @Nullable
        ParticipationsRequest participations,

        @Schema(description = "Hours of staff, an estimate", minimum = "0", maximum = "9999") @Nullable
        BigDecimal hours,

        @Schema(description = "Hours of volunteers, an estimate", minimum = "0", maximum = "9999") @Nullable
        BigDecimal volunteerHours,

        @Schema(description = "Copies handed out", minimum = "0", maximum = "10000000") @Nullable
        Integer copies,

        @Schema(
                description = "For how many it counts towards a target of realisations; 1 by default",
                minimum = "1",
                maximum = "999")
        @Nullable
        Integer quantity,

        @ArraySchema(
                maxItems = 200,
                arraySchema =
                        @Schema(
                                description = "Each by its id or its name; an unknown name is added"
                                        + " to the directory, if the token may"))
        @Nullable
        List<String> organisations,

        @ArraySchema(
                maxItems = 100,
                arraySchema = @Schema(description = "Ids of the actions that it serves, of one plan or several"))
        @Nullable
        List<UUID> actions,

        @Schema(description = "How it went, in Markdown", maxLength = 20_000) @Nullable
        String narrative,

        @ArraySchema(
                maxItems = 20,
                arraySchema = @Schema(description = "Addresses that begin with http:// or https://"),
                schema = @Schema(maxLength = 1_000))
        @Nullable
        List<String> links) {

    /** The known distribution of the participations. */
    @Schema(name = "ParticipationsRequest")
    record ParticipationsRequest(
            @Schema(minimum = "0", maximum = "1000000") @Nullable
            Integer women,

            @Schema(minimum = "0", maximum = "1000000") @Nullable
            Integer men,

            @Schema(description = "Of another gender", minimum = "0", maximum = "1000000") @Nullable
            Integer other,

            @Schema(description = "Gender not stated", minimum = "0", maximum = "1000000") @Nullable
            Integer notStated,

            @Schema(description = "How many of all participants were young", minimum = "0", maximum = "1000000")
            @Nullable
            Integer youth) {}
}
