package org.convergence.plan.realisation.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.platform.database.Ids;
import org.convergence.platform.geography.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/** A realisation as stored; its organisations and the lines served are in {@link RealisationLinkRepository}. */
@Table(schema = "plan", value = "realisation")
record Realisation(
        @Id UUID id,
        @Version int version,
        RealisationState state,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) DetailColumns what,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) NumberColumns numbers,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) NarrativeColumns story,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) OriginColumns origin,
        @Nullable String withdrawnReason) {

    static final String TABLE = "plan.realisation";

    /** Title, kind, days and place. */
    record DetailColumns(
            String title,
            RealisationKind kind,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable String place) {

        static DetailColumns of(RealisationDetails happening) {
            Place place = happening.place();
            return new DetailColumns(
                    happening.title(),
                    happening.kind(),
                    happening.when().from(),
                    happening.when().to(),
                    place == null ? null : place.code());
        }
    }

    /** Participations and amounts. */
    record NumberColumns(
            @Nullable Integer women,
            @Nullable Integer men,
            @Nullable Integer otherGender,
            @Nullable Integer notStated,
            @Nullable Integer youth,
            @Nullable Integer copies,
            @Nullable BigDecimal staffHours,
            @Nullable BigDecimal volunteerHours,
            int quantity) {

        static NumberColumns of(@Nullable Participations all, Amounts amounts) {
            return new NumberColumns(
                    all == null ? null : all.women(),
                    all == null ? null : all.men(),
                    all == null ? null : all.other(),
                    all == null ? null : all.notStated(),
                    all == null ? null : all.youth(),
                    amounts.copies(),
                    scaled(amounts.staffHours()),
                    scaled(amounts.volunteerHours()),
                    amounts.quantity());
        }

        /** The hours with the scale of the column, so that equal numbers compare as equal. */
        private static @Nullable BigDecimal scaled(@Nullable BigDecimal hours) {
            return hours == null ? null : hours.setScale(2, java.math.RoundingMode.HALF_UP);
        }

        @Nullable
        Participations participations() {
            return women == null || men == null || otherGender == null || notStated == null
                    ? null
                    : new Participations(women, men, otherGender, notStated, youth);
        }
    }

    /** Narrative and links. */
    record NarrativeColumns(String narrative, List<String> links) {

        static NarrativeColumns of(PlanAttribution telling) {
            return new NarrativeColumns(telling.narrative(), telling.links());
        }
    }

    /** Source, author and time of recording. */
    record OriginColumns(
            @Nullable String sourceModule,
            @Nullable String sourceKind,
            @Nullable String sourceId,
            @Nullable String sourceUrl,
            UUID recordedBy,
            Instant recordedAt) {

        static OriginColumns of(@Nullable RealisationSource source, UUID by, Instant at) {
            return source == null
                    ? new OriginColumns(null, null, null, null, by, at)
                    : new OriginColumns(source.module(), source.kind(), source.id(), source.url(), by, at);
        }

        @Nullable
        RealisationSource source() {
            return sourceModule == null || sourceKind == null || sourceId == null
                    ? null
                    : new RealisationSource(sourceModule, sourceKind, sourceId, sourceUrl);
        }
    }

    static Realisation of(
            RealisationState state,
            RealisationDetails happening,
            Amounts amounts,
            PlanAttribution telling,
            OriginColumns origin) {
        return new Realisation(
                Ids.next(),
                0,
                state,
                DetailColumns.of(happening),
                NumberColumns.of(happening.participations(), amounts),
                NarrativeColumns.of(telling),
                origin,
                null);
    }

    Realisation withState(RealisationState next, @Nullable String reason) {
        return new Realisation(id, version, next, what, numbers, story, origin, reason);
    }

    Realisation happening(RealisationDetails happening, Amounts amounts) {
        return new Realisation(
                id,
                version,
                state,
                DetailColumns.of(happening),
                NumberColumns.of(happening.participations(), amounts),
                story,
                origin,
                withdrawnReason);
    }

    Realisation withSource(RealisationSource source) {
        return new Realisation(
                id,
                version,
                state,
                what,
                numbers,
                story,
                OriginColumns.of(source, origin.recordedBy(), origin.recordedAt()),
                withdrawnReason);
    }

    Realisation withAttribution(PlanAttribution telling) {
        return new Realisation(
                id, version, state, what, numbers, NarrativeColumns.of(telling), origin, withdrawnReason);
    }

    RealisationDetails happening(Set<OrganisationId> organisations) {
        return new RealisationDetails(
                what.title(),
                what.kind(),
                days(),
                what.place() == null ? null : Place.of(what.place()),
                numbers.participations(),
                organisations);
    }

    Amounts amounts() {
        return new Amounts(numbers.staffHours(), numbers.volunteerHours(), numbers.copies(), numbers.quantity());
    }

    DayRange days() {
        return new DayRange(what.startsOn(), what.endsOn());
    }
}
