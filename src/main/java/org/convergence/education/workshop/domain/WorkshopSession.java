package org.convergence.education.workshop.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.education.workshop.WorkshopId;
import org.convergence.education.workshop.WorkshopRequestId;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.education.workshop.WorkshopSessionState;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A workshop on a day.
 *
 * @param revision the version of the outline
 * @param begins as {@code 13:30}; {@code null} if not agreed yet
 * @param region code of a place; {@code null} if unknown
 * @param hours of the team, with preparation and travel
 * @param selfLed whether the group gives the workshop itself, without a facilitator
 * @param people the head count; {@code null} until it is held
 * @param closedOn since when its evaluation is closed; {@code null} while it is open
 * @param tooFew whether its evaluation closed with one to four answers, which were destroyed
 * @param notes of its facilitators, for the next version; may be empty
 * @param hands {@code null} if nobody counted raised hands
 */
@Table(schema = "education", value = "workshop_session")
public record WorkshopSession(
        @Id UUID id,
        @Version int version,
        WorkshopId workshop,
        int revision,
        @Nullable WorkshopRequestId request,
        @Nullable OrganisationId organisation,
        LocalDate day,
        @Nullable String begins,
        @Nullable String region,
        String place,
        BigDecimal hours,
        boolean selfLed,
        WorkshopSessionState state,
        @Nullable Integer people,
        @Nullable LocalDate closedOn,
        boolean tooFew,
        String notes,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "hands_") @Nullable
        RaisedHands hands) {

    static final String TABLE = "education.workshop_session";

    /**
     * What is agreed.
     *
     * @param place at most 300 characters
     * @param facilitators their ids; empty if none is chosen yet, or none is needed
     * @param selfLed whether the group gives the workshop itself
     */
    public record WorkshopSessionFacts(
            WorkshopId workshop,
            @Nullable OrganisationId organisation,
            LocalDate day,
            @Nullable String begins,
            @Nullable String region,
            String place,
            BigDecimal hours,
            List<UUID> facilitators,
            boolean selfLed) {}

    /** Hands raised for each question, where telephones are not allowed. */
    public record RaisedHands(int learned, int useful, int recommend) {}

    static WorkshopSession create(
            WorkshopSessionFacts facts, int revision, @Nullable WorkshopRequestId request, WorkshopSessionState state) {
        return of(Ids.next(), 0, facts, revision, request, state, "");
    }

    private static WorkshopSession of(
            UUID id,
            int version,
            WorkshopSessionFacts facts,
            int revision,
            @Nullable WorkshopRequestId request,
            WorkshopSessionState state,
            String notes) {
        return new WorkshopSession(
                id,
                version,
                facts.workshop(),
                revision,
                request,
                facts.organisation(),
                facts.day(),
                facts.begins(),
                facts.region(),
                facts.place(),
                facts.hours(),
                facts.selfLed(),
                state,
                null,
                null,
                false,
                notes,
                null);
    }

    WorkshopSession with(WorkshopSessionFacts facts, int newRevision) {
        return of(id, version, facts, newRevision, request, state, notes);
    }

    /** @param count the head count; {@code null} unless it is held */
    WorkshopSession in(WorkshopSessionState next, @Nullable Integer count) {
        return copy(next, count, closedOn, tooFew, notes, hands);
    }

    WorkshopSession withHands(@Nullable RaisedHands raised) {
        return copy(state, people, closedOn, tooFew, notes, raised);
    }

    WorkshopSession withNotes(String written) {
        return copy(state, people, closedOn, tooFew, written, hands);
    }

    WorkshopSession closed(LocalDate on, boolean few) {
        return copy(state, people, on, few, notes, hands);
    }

    private WorkshopSession copy(
            WorkshopSessionState next,
            @Nullable Integer count,
            @Nullable LocalDate closed,
            boolean few,
            String written,
            @Nullable RaisedHands raised) {
        return new WorkshopSession(
                id,
                version,
                workshop,
                revision,
                request,
                organisation,
                day,
                begins,
                region,
                place,
                hours,
                selfLed,
                next,
                count,
                closed,
                few,
                written,
                raised);
    }

    public WorkshopSessionId typedId() {
        return new WorkshopSessionId(id);
    }
}
