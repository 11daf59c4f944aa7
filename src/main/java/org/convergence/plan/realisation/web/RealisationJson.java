package org.convergence.plan.realisation.web;

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

/** What the programming interface answers. */
public final class RealisationJson {

    private RealisationJson() {}

    /**
     * A realisation.
     *
     * @param date its first day
     * @param to its last day
     * @param place {@code QC-06}, {@code CO}, {@code ONLINE}, {@code SEVERAL}
     * @param hours of staff, an estimate
     * @param volunteerHours an estimate
     */
    public record Whole(
            UUID id,
            int version,
            RealisationState state,
            String title,
            RealisationKind kind,
            LocalDate date,
            LocalDate to,
            @Nullable String place,
            @Nullable Counted participations,
            @Nullable BigDecimal hours,
            @Nullable BigDecimal volunteerHours,
            @Nullable Integer copies,
            List<Organisation> organisations,
            List<UUID> actions,
            String narrative,
            List<String> links) {

        static Whole of(RealisationFact fact) {
            Place place = fact.happening().place();
            Participations all = fact.happening().participations();
            return new Whole(
                    fact.id().value(),
                    fact.version(),
                    fact.state(),
                    fact.happening().title(),
                    fact.happening().kind(),
                    fact.happening().when().from(),
                    fact.happening().when().to(),
                    place == null ? null : place.code(),
                    all == null ? null : Counted.of(all),
                    fact.amounts().staffHours(),
                    fact.amounts().volunteerHours(),
                    fact.amounts().copies(),
                    fact.organisations().stream()
                            .map(each -> new Organisation(each.id().value(), each.name(), each.shortName()))
                            .toList(),
                    fact.actions().stream().map(each -> each.value()).sorted().toList(),
                    fact.telling().narrative(),
                    fact.telling().links());
        }
    }

    /** How many took part; the total is the sum of the four. */
    public record Counted(
            int total,
            int women,
            int men,
            int other,
            int notStated,
            @Nullable Integer youth) {

        static Counted of(Participations all) {
            return new Counted(all.total(), all.women(), all.men(), all.other(), all.notStated(), all.youth());
        }
    }

    /** An organisation that took part. */
    public record Organisation(
            UUID id, String name, @Nullable String shortName) {}

    /**
     * A page of the list.
     *
     * @param next what to give as {@code after} for the next page, {@code null} on the last
     */
    public record Listed(List<Whole> items, @Nullable String next) {}

    /** What a program sends, for the description of the interface; only title and date are required. */
    public record Sent(
            String title,
            LocalDate date,
            @Nullable LocalDate to,
            @Nullable RealisationKind kind,
            @Nullable String place,
            @Nullable Integer count,
            @Nullable Counted participations,
            @Nullable BigDecimal hours,
            @Nullable BigDecimal volunteerHours,
            @Nullable Integer copies,
            List<String> organisations,
            List<UUID> actions,
            @Nullable String narrative,
            List<String> links) {}
}
