package org.convergence.plan.realisation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.platform.geography.Place;
import org.jspecify.annotations.Nullable;

/** The responses of the API. */
public final class RealisationResources {

    static final String PLACE =
            "QC-01 to QC-17 for a region of Québec, a country by its two letters (CO), ONLINE or SEVERAL.";

    private RealisationResources() {}

    /**
     * A realisation.
     *
     * @param date its first day
     * @param to its last day
     * @param place {@code QC-06}, {@code CO}, {@code ONLINE}, {@code SEVERAL}
     * @param hours of staff
     * @param volunteerHours of volunteers
     * @param hoursEntered whether some of these hours were entered as time
     */
    @Schema(name = "Realisation")
    public record RealisationResource(
            UUID id,

            @Schema(description = "Increases with each change")
            int version,

            @Schema(description = "Whether it is planned, done or withdrawn")
            RealisationState state,

            String title,
            RealisationKind kind,
            @Schema(description = "Its first day") LocalDate date,

            @Schema(description = "Its last day, which decides its period")
            LocalDate to,

            @Schema(description = PLACE) @Nullable String place,

            @Schema(description = "How many took part; null if not counted") @Nullable
            ParticipationsResource participations,

            @Schema(description = "Hours of staff: the sum of what was entered, else an estimate") @Nullable
            BigDecimal hours,

            @Schema(description = "Hours of volunteers: the sum of what was entered, else an estimate") @Nullable
            BigDecimal volunteerHours,

            @Schema(description = "Whether some of these hours were entered hour by hour; else they are an estimate")
            boolean hoursEntered,

            @Schema(description = "Copies handed out") @Nullable
            Integer copies,

            @Schema(
                    description =
                            "For how many it counts towards a target of realisations: three periods in class are 3")
            int quantity,

            List<ParticipatingOrganisationResource> organisations,

            @Schema(description = "Ids of the actions that it serves, of one plan or several")
            List<UUID> actions,

            @Schema(description = "How it went, in Markdown; may be empty")
            String narrative,

            List<String> links) {

        static RealisationResource of(RealisationFact fact) {
            Place place = fact.happening().place();
            Participations all = fact.happening().participations();
            return new RealisationResource(
                    fact.id().value(),
                    fact.version(),
                    fact.state(),
                    fact.happening().title(),
                    fact.happening().kind(),
                    fact.happening().when().from(),
                    fact.happening().when().to(),
                    place == null ? null : place.code(),
                    all == null ? null : ParticipationsResource.of(all),
                    fact.amounts().staffHours(),
                    fact.amounts().volunteerHours(),
                    fact.worked(),
                    fact.amounts().copies(),
                    fact.amounts().quantity(),
                    fact.organisations().stream()
                            .map(each -> new ParticipatingOrganisationResource(
                                    each.id().value(), each.name(), each.shortName()))
                            .toList(),
                    fact.actions().stream().map(each -> each.value()).sorted().toList(),
                    fact.telling().narrative(),
                    fact.telling().links());
        }
    }

    /** Participations; the total is the sum of the four. */
    @Schema(name = "Participations", description = "How many took part; a person who comes twice counts twice")
    public record ParticipationsResource(
            @Schema(description = "The sum of the four that follow")
            int total,

            int women,
            int men,
            @Schema(description = "Of another gender") int other,
            @Schema(description = "Gender not stated") int notStated,

            @Schema(description = "How many of all participants were young") @Nullable
            Integer youth) {

        static ParticipationsResource of(Participations all) {
            return new ParticipationsResource(
                    all.total(), all.women(), all.men(), all.other(), all.notStated(), all.youth());
        }
    }

    /** A participating organisation. */
    @Schema(name = "OrganisationThatTookPart")
    public record ParticipatingOrganisationResource(
            UUID id, String name, @Nullable String shortName) {}

    /**
     * A page of the list.
     *
     * @param next the value of {@code after} for the next page, {@code null} on the last
     */
    @Schema(name = "RealisationPage")
    public record RealisationListResource(
            List<RealisationResource> items,

            @Schema(description = "The value of after for the next page; null on the last") @Nullable
            String next) {}
}
