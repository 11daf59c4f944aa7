package org.convergence.directory.exchange.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.ExchangeContent;
import org.jspecify.annotations.Nullable;

/** An exchange to record. */
record ExchangeRequest(
        @Schema(description = "Not after today") LocalDate date,
        ExchangeChannel channel,

        @Schema(minLength = 1, maxLength = ExchangeContent.LONGEST_SUBJECT)
        String subject,

        @Schema(description = "Plain text", maxLength = ExchangeContent.LONGEST_TEXT) @Nullable
        String text,

        @ArraySchema(
                maxItems = ExchangeContent.MOST,
                arraySchema = @Schema(description = "Ids of people of the directory"))
        @Nullable
        List<UUID> people,

        @ArraySchema(
                maxItems = ExchangeContent.MOST,
                arraySchema = @Schema(description = "Ids of organisations of the directory"))
        @Nullable
        List<UUID> organisations) {}
