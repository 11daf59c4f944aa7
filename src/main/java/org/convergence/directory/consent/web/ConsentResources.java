package org.convergence.directory.consent.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentDecision;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentLedgerQueries.ConsentLedgerEntry;
import org.convergence.directory.consent.domain.ConsentMethod;
import org.jspecify.annotations.Nullable;

/** The responses of the API. */
public final class ConsentResources {

    private ConsentResources() {}

    /** Whether a person may be written to. */
    @Schema(name = "MayWrite")
    public record ConsentDecisionResource(
            boolean allowed,

            @Schema(description = "The basis, current or past; null where there is none or none is needed") @Nullable
            Basis basis,

            @Schema(description = "The last valid day; null without end") @Nullable
            LocalDate until,

            ConsentDecision.ConsentReason reason,

            @Schema(description = "The reason in words") String why,

            @Schema(description = "Whether the message must name its sender and how to unsubscribe")
            boolean identified) {}

    /** An entry of the ledger. */
    @Schema(name = "ConsentEntry")
    public record ConsentEntryResource(
            UUID id,

            @Schema(description = "Null for a withdrawal") @Nullable
            Basis basis,

            @Schema(description = "Null for all") @Nullable ConsentChannel channel,
            @Schema(description = "Null for all") @Nullable Purpose purpose,
            LocalDate date,
            @Nullable LocalDate ended,

            @Schema(description = "The last valid day; null without end") @Nullable
            LocalDate until,

            ConsentMethod method,
            @Nullable String wording,
            @Nullable String version,
            @Nullable String source,
            @Nullable String about,
            @Nullable String country,
            Instant recorded) {

        static ConsentEntryResource of(ConsentLedgerEntry entry) {
            return new ConsentEntryResource(
                    entry.id(),
                    entry.basis(),
                    entry.channel(),
                    entry.purpose(),
                    entry.day(),
                    entry.ended(),
                    entry.until(),
                    entry.method(),
                    entry.wording(),
                    entry.version(),
                    entry.source(),
                    entry.about(),
                    entry.country(),
                    entry.at());
        }
    }

    /** All entries of a person, latest first. */
    @Schema(name = "ConsentLedger")
    public record ConsentEntryListResource(List<ConsentEntryResource> items) {}

    /** The id of a recorded entry. */
    @Schema(name = "RecordedConsent")
    public record RecordedConsentResource(UUID id) {}
}
