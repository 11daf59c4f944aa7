package org.convergence.resources.grant.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.resources.grant.GrantApplicationId;
import org.convergence.resources.grant.GrantCallId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What is asked from a funder in answer to a call. Its answers are apart, so that several people write at once.
 *
 * @param askedOn when its approval was asked; {@code null} unless it waits for it
 */
@Table(schema = "resources", value = "grant_application")
public record GrantApplication(
        @Id UUID id,
        @Version int version,
        GrantCallId call,
        String title,
        GrantApplicationState state,
        @Nullable LocalDate askedOn,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "approval_") @Nullable
        ApplicationApproval approval,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "submission_") @Nullable
        ApplicationSubmission submission,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "outcome_") @Nullable
        ApplicationOutcome outcome) {

    static final String TABLE = "resources.grant_application";

    /** How an application is approved inside. */
    public enum ApprovalMeans {
        /** A resolution of the board or of a committee. */
        RESOLUTION,
        /** A second person who read it and wrote none of its answers. */
        SECOND_LOOK;

        /** The message key of its name. */
        public String key() {
            return "grant.approval_means." + name();
        }
    }

    /**
     * The approval inside.
     *
     * @param givenBy the person who approved, or who records the resolution; {@code null} once erased
     * @param reference the number of the resolution, or a remark
     */
    public record ApplicationApproval(
            ApprovalMeans means,
            LocalDate givenOn,
            @Nullable PersonId givenBy,
            @Nullable String reference) {}

    /**
     * The sending to the funder.
     *
     * @param sentBy {@code null} once the person is erased
     * @param confirmation the funder's confirmation number
     * @param file the document that was sent
     */
    public record ApplicationSubmission(
            LocalDate sentOn,
            @Nullable PersonId sentBy,
            @Nullable String confirmation,
            @Nullable UUID file) {}

    /**
     * The funder's answer.
     *
     * @param amount what is granted, with the period; {@code null} if it was refused
     */
    public record ApplicationOutcome(
            LocalDate answeredOn,
            @Nullable String feedback,
            @Nullable BigDecimal amount,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    static GrantApplication create(GrantCallId call, String title) {
        return new GrantApplication(Ids.next(), 0, call, title, GrantApplicationState.DRAFT, null, null, null, null);
    }

    GrantApplication withState(GrantApplicationState now) {
        return new GrantApplication(id, version, call, title, now, null, approval, submission, outcome);
    }

    GrantApplication withAskedOn(LocalDate day) {
        return new GrantApplication(id, version, call, title, state, day, approval, submission, outcome);
    }

    GrantApplication withApproval(@Nullable ApplicationApproval now) {
        return new GrantApplication(id, version, call, title, state, askedOn, now, submission, outcome);
    }

    GrantApplication withSubmission(@Nullable ApplicationSubmission now) {
        return new GrantApplication(id, version, call, title, state, askedOn, approval, now, outcome);
    }

    GrantApplication withOutcome(@Nullable ApplicationOutcome now) {
        return new GrantApplication(id, version, call, title, state, askedOn, approval, submission, now);
    }

    /** @throws Refused if it was approved after this day */
    void requireApprovedBefore(LocalDate sentOn) {
        if (approval != null && sentOn.isBefore(approval.givenOn())) {
            throw new Refused("grant.refused.sent-before", approval.givenOn());
        }
    }

    public GrantApplicationId typedId() {
        return new GrantApplicationId(id);
    }
}
