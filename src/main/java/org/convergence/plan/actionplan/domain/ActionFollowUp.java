package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.plan.actionplan.domain.ActionFollowUpFacts.ManualState;
import org.convergence.plan.actionplan.domain.ActionFollowUpFacts.Rhythm;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** The stored follow-up of an action; there is no row until something is entered. */
@Table(schema = "plan", value = "actionplan_follow_up")
record ActionFollowUp(
        @Id UUID action,
        @Version int version,
        @Nullable UUID responsible,
        @Nullable String responsibleWords,
        @Nullable LocalDate windowFrom,
        @Nullable LocalDate windowTo,
        @Nullable String dueWords,
        @Nullable Integer timesPerYear,
        @Nullable LocalDate rhythmSince,
        @Nullable EffortSize effort,
        @Nullable LocalDate completedOn,
        @Nullable String completedWords,
        @Nullable ActionState stated,
        @Nullable String statedReason,
        @Nullable LocalDate statedOn) {

    static final String TABLE = "plan.actionplan_follow_up";

    static ActionFollowUp none(UUID action) {
        return new ActionFollowUp(
                action, 0, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Nullable
    Rhythm rhythm() {
        return timesPerYear == null || rhythmSince == null ? null : new Rhythm(timesPerYear, rhythmSince);
    }

    @Nullable
    ManualState statement() {
        return stated == null || statedReason == null || statedOn == null
                ? null
                : new ManualState(stated, statedReason, statedOn);
    }

    /** A copy with another responsible person: a person of the directory, else a name. */
    ActionFollowUp withResponsible(@Nullable UUID person, @Nullable String name) {
        return new ActionFollowUp(
                action,
                version,
                person,
                person == null ? name : null,
                windowFrom,
                windowTo,
                dueWords,
                timesPerYear,
                rhythmSince,
                effort,
                completedOn,
                completedWords,
                stated,
                statedReason,
                statedOn);
    }

    /** A copy with a state set today. */
    ActionFollowUp withState(ManualState said) {
        return new ActionFollowUp(
                action,
                version,
                responsible,
                responsibleWords,
                windowFrom,
                windowTo,
                dueWords,
                timesPerYear,
                rhythmSince,
                effort,
                completedOn,
                completedWords,
                said.state(),
                said.reason(),
                said.on());
    }

    /** A copy with other facts; an unchanged rhythm or state keeps its date. */
    ActionFollowUp withFacts(ActionFollowUpFacts facts, LocalDate today) {
        boolean sameRhythm =
                facts.timesPerYear() != null && facts.timesPerYear().equals(timesPerYear);
        boolean sameState = facts.stated() != null
                && facts.stated() == stated
                && Objects.equals(facts.statedReason(), statedReason);
        boolean sameCompletion = facts.completedOn() != null && Objects.equals(facts.completedOn(), completedOn);
        return new ActionFollowUp(
                action,
                version,
                facts.responsible(),
                facts.responsible() == null ? facts.responsibleWords() : null,
                facts.from(),
                facts.to(),
                facts.from() == null && facts.to() == null ? dueWords : null,
                facts.timesPerYear(),
                facts.timesPerYear() == null ? null : sameRhythm ? rhythmSince : today,
                facts.effort(),
                facts.completedOn(),
                sameCompletion ? completedWords : null,
                facts.stated(),
                facts.stated() == null ? null : facts.statedReason(),
                facts.stated() == null ? null : sameState ? statedOn : today);
    }
}
