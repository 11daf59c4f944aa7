package org.convergence.directory.exchange.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.domain.ExchangeRow;
import org.convergence.directory.exchange.domain.ExchangeRow.ExchangeParticipant;
import org.jspecify.annotations.Nullable;

/** The responses of the API. */
public final class ExchangeResources {

    private ExchangeResources() {}

    /** An exchange. */
    @Schema(name = "Exchange")
    public record ExchangeResource(
            UUID id,

            @Schema(description = "Increases with each change")
            int version,

            LocalDate date,
            ExchangeChannel channel,
            String subject,

            @Schema(description = "What was said, as plain text; may be empty")
            String text,

            List<ExchangeParticipantResource> people,
            List<ExchangeParticipantResource> organisations) {

        static ExchangeResource of(ExchangeRow row) {
            return new ExchangeResource(
                    row.id().value(),
                    row.version(),
                    row.happenedOn(),
                    row.channel(),
                    row.subject(),
                    row.body(),
                    row.people().stream().map(ExchangeParticipantResource::of).toList(),
                    row.organisations().stream()
                            .map(ExchangeParticipantResource::of)
                            .toList());
        }
    }

    /** A participant. */
    @Schema(name = "NamedInExchange")
    public record ExchangeParticipantResource(UUID id, String name) {

        static ExchangeParticipantResource of(ExchangeParticipant participant) {
            return new ExchangeParticipantResource(participant.id(), participant.name());
        }
    }

    /**
     * A page of the list.
     *
     * @param next the value of {@code after} for the next page, {@code null} on the last
     */
    @Schema(name = "ExchangePage")
    public record ExchangeListResource(
            List<ExchangeResource> items,

            @Schema(description = "The value of after for the next page; null on the last") @Nullable
            String next) {}

    /** The id of a recorded exchange. */
    @Schema(name = "RecordedExchange")
    public record RecordedExchangeResource(UUID id) {}
}
