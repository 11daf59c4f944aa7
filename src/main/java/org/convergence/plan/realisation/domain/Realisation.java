package org.convergence.plan.realisation.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.Days;
import org.convergence.plan.realisation.Happening;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.Source;
import org.convergence.plan.realisation.Telling;
import org.convergence.platform.database.Ids;
import org.convergence.platform.geography.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/** A realisation as stored; its organisations and the lines served are in {@link Links}. */
@Table(schema = "plan", value = "realisation")
record Realisation(
        @Id UUID id,
        @Version int version,
        RealisationState state,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) What what,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) Numbers numbers,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) Story story,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) Origin origin,
        @Nullable String withdrawnReason) {

    static final String TABLE = "plan.realisation";

    /** Title, kind, days and place. */
    record What(
            String title,
            RealisationKind kind,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable String place) {

        static What of(Happening happening) {
            Place place = happening.place();
            return new What(
                    happening.title(),
                    happening.kind(),
                    happening.when().from(),
                    happening.when().to(),
                    place == null ? null : place.code());
        }
    }

    /** Participations and amounts. */
    record Numbers(
            @Nullable Integer women,
            @Nullable Integer men,
            @Nullable Integer otherGender,
            @Nullable Integer notStated,
            @Nullable Integer youth,
            @Nullable Integer copies,
            @Nullable BigDecimal staffHours,
            @Nullable BigDecimal volunteerHours,
            int quantity) {

        static Numbers of(@Nullable Participations all, Amounts amounts) {
            return new Numbers(
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

        /** With the scale of the column, so that equal numbers are equal. */
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
    record Story(String narrative, List<String> links) {

        static Story of(Telling telling) {
            return new Story(telling.narrative(), telling.links());
        }
    }

    /** Source, author and time of recording. */
    record Origin(
            @Nullable String sourceModule,
            @Nullable String sourceKind,
            @Nullable String sourceId,
            @Nullable String sourceUrl,
            UUID recordedBy,
            Instant recordedAt) {

        static Origin of(@Nullable Source source, UUID by, Instant at) {
            return source == null
                    ? new Origin(null, null, null, null, by, at)
                    : new Origin(source.module(), source.kind(), source.id(), source.url(), by, at);
        }

        @Nullable
        Source source() {
            return sourceModule == null || sourceKind == null || sourceId == null
                    ? null
                    : new Source(sourceModule, sourceKind, sourceId, sourceUrl);
        }
    }

    static Realisation of(
            RealisationState state, Happening happening, Amounts amounts, Telling telling, Origin origin) {
        return new Realisation(
                Ids.next(),
                0,
                state,
                What.of(happening),
                Numbers.of(happening.participations(), amounts),
                Story.of(telling),
                origin,
                null);
    }

    Realisation in(RealisationState next, @Nullable String reason) {
        return new Realisation(id, version, next, what, numbers, story, origin, reason);
    }

    Realisation happening(Happening happening, Amounts amounts) {
        return new Realisation(
                id,
                version,
                state,
                What.of(happening),
                Numbers.of(happening.participations(), amounts),
                story,
                origin,
                withdrawnReason);
    }

    Realisation told(Telling telling) {
        return new Realisation(id, version, state, what, numbers, Story.of(telling), origin, withdrawnReason);
    }

    Happening happening(Set<OrganisationId> organisations) {
        return new Happening(
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

    Days days() {
        return new Days(what.startsOn(), what.endsOn());
    }
}
