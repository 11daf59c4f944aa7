package org.convergence.education.workshop.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.education.workshop.RefusalOffer;
import org.convergence.education.workshop.WorkshopRequestId;
import org.convergence.education.workshop.WorkshopRequestState;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A request.
 *
 * @param promisedOn the day by which we promised to answer
 * @param answeredOn {@code null} while it is open
 * @param handOut the copies handed out for an order; {@code null} for none
 * @param answer what a refusal offers instead; {@code null} without a refusal
 */
@Table(schema = "education", value = "workshop_request")
public record WorkshopRequest(
        @Id UUID id,
        @Version int version,
        WorkshopRequestState state,

        @Embedded(onEmpty = OnEmpty.USE_NULL) WorkshopRequestFacts facts,

        LocalDate receivedOn,
        LocalDate promisedOn,
        @Nullable LocalDate answeredOn,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "answer_") @Nullable
        RefusalAnswer answer,

        @Nullable UUID handOut) {

    static final String TABLE = "education.workshop_request";

    /**
     * What a refusal offers.
     *
     * @param note at most 1,000 characters
     */
    public record RefusalAnswer(RefusalOffer alternative, String note) {}

    static WorkshopRequest create(WorkshopRequestFacts facts, LocalDate today, LocalDate promisedOn) {
        return new WorkshopRequest(
                Ids.next(), 0, WorkshopRequestState.RECEIVED, facts, today, promisedOn, null, null, null);
    }

    WorkshopRequest with(WorkshopRequestFacts changed) {
        return new WorkshopRequest(id, version, state, changed, receivedOn, promisedOn, answeredOn, answer, handOut);
    }

    WorkshopRequest in(WorkshopRequestState next, LocalDate today, @Nullable RefusalAnswer said) {
        return new WorkshopRequest(
                id,
                version,
                next,
                facts,
                receivedOn,
                promisedOn,
                next.isOpen() ? null : today,
                said,
                next.isOpen() ? null : handOut);
    }

    WorkshopRequest handedOut(UUID copies, LocalDate today) {
        return new WorkshopRequest(
                id, version, WorkshopRequestState.ANSWERED, facts, receivedOn, promisedOn, today, null, copies);
    }

    public WorkshopRequestId typedId() {
        return new WorkshopRequestId(id);
    }
}
