package org.convergence.safety.mission.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.mission.MissionKind;
import org.convergence.safety.mission.MissionRisk;
import org.convergence.safety.mission.MissionState;
import org.convergence.safety.mission.domain.CheckInLine;
import org.convergence.safety.mission.domain.CheckInService.CheckInReceipt;
import org.convergence.safety.mission.domain.Mission;
import org.convergence.safety.mission.domain.MissionFacts;
import org.convergence.safety.mission.domain.MissionPolicy;
import org.convergence.safety.mission.domain.MissionPolicy.ApprovalNeed;
import org.jspecify.annotations.Nullable;

/** The requests and responses of the API of missions. */
public final class MissionResources {

    private MissionResources() {}

    /** A mission to prepare. */
    record MissionRequest(
            @Schema(description = "Without the name of a person", minLength = 1, maxLength = 200)
            String title,

            @Schema(description = "STAFF unless given") @Nullable
            MissionKind kind,

            @Schema(minLength = 1, maxLength = 2000) String purpose,

            @Schema(description = "MODERATE unless given") @Nullable
            MissionRisk risk,

            @Schema(description = "The security lead; the caller unless given") @Nullable
            UUID lead,

            @Nullable UUID president,

            @ArraySchema(maxItems = 30) @Schema(description = "People of the directory")
            List<UUID> travellers,

            @ArraySchema(maxItems = 12) List<MissionLegRequest> legs,

            @ArraySchema(maxItems = 100) @Schema(description = "Lines of the plan that it serves") @Nullable
            List<UUID> line,

            @ArraySchema(maxItems = 500) @Nullable List<MissionCheckInRequest> checkIns) {}

    /** A stay in one place. */
    record MissionLegRequest(
            @Schema(description = "ISO 3166-1, two letters") String country,

            @Schema(minLength = 1, maxLength = 200) String place,

            @Schema(description = "IANA name; may be missing where the country has one zone") @Nullable
            String zone,

            LocalDate from,
            LocalDate to) {}

    /** A check-in to plan, for each traveller. */
    record MissionCheckInRequest(
            @Schema(description = "With its offset: 2027-02-01T20:00:00-05:00", format = "date-time")
            String due,

            @Schema(description = "Minutes before the first alert; 30 unless given", minimum = "0", maximum = "1440")
            @Nullable
            Integer grace) {}

    /** A sign of life. */
    record CheckInRequest(
            @Schema(description = "The traveller; may be missing for oneself, and where only one travels") @Nullable
            UUID traveller,

            @Schema(description = "A word that came with it", maxLength = 60) @Nullable
            String word) {}

    /** A mission, without check-ins. */
    @Schema(name = "Mission")
    public record MissionResource(
            UUID id,
            String title,
            MissionKind kind,
            MissionRisk risk,
            MissionState state,
            LocalDate startsOn,
            LocalDate endsOn,
            List<UUID> travellers,

            @Schema(description = "The worst level of its countries today")
            AdvisoryLevel advisory,

            @Schema(description = "What the approval of the departure needs")
            ApprovalNeed need,

            @Schema(description = "Whether an approval covers the present level")
            boolean mayDepart) {

        static MissionResource of(Mission mission, MissionFacts facts, AdvisoryLevel worst) {
            var approval = mission.approval();
            return new MissionResource(
                    mission.id(),
                    mission.title(),
                    mission.kind(),
                    mission.risk(),
                    mission.state(),
                    mission.startsOn(),
                    mission.endsOn(),
                    facts.travellers().stream().map(PersonId::value).sorted().toList(),
                    worst,
                    MissionPolicy.need(worst, mission.risk()),
                    mission.state() == MissionState.APPROVED
                            && approval != null
                            && !MissionPolicy.isOutdated(approval.level(), worst));
        }
    }

    /** A check-in. */
    @Schema(name = "CheckIn")
    public record CheckInResource(
            UUID id,
            UUID traveller,
            Instant due,

            @Schema(description = "In minutes") int grace,

            @Schema(description = "The zone of the place") String zone) {

        static CheckInResource of(CheckInLine line) {
            return new CheckInResource(
                    line.id().value(), line.person().value(), line.dueAt(), line.grace(), line.zone());
        }
    }

    /** What a sign of life answers, and the next check-in. */
    @Schema(name = "CheckInReceipt")
    public record CheckInReceiptResource(
            List<CheckInResource> answered, @Nullable CheckInResource next) {

        static CheckInReceiptResource of(CheckInReceipt receipt) {
            CheckInLine next = receipt.next();
            return new CheckInReceiptResource(
                    receipt.answered().stream().map(CheckInResource::of).toList(),
                    next == null ? null : CheckInResource.of(next));
        }
    }
}
