package org.convergence.outreach.congress.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.congress.domain.Gathering.GatheringId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Our presence at an organisation: at a gathering, or a presentation to a committee or an executive.
 *
 * @param gathering {@code null} for a presentation
 * @param audience the committee or executive; {@code null} for none
 * @param plannedOn {@code null} until a day is set
 * @param brief what to say
 * @param kit what it is prepared from, in words
 * @param kitRecord the tool that it is prepared from
 * @param cameBack what came back; only once done
 * @param brought what we brought there: a text, a workshop, a proposal; {@code null} for nothing of note
 * @param takenUp what was taken up from it, and where it can be read; {@code null} if nothing was, or not yet
 * @param promised what we promised there, due on {@code promiseDue}
 * @param reason why it does not take place; only once declined
 */
public record Representation(
        RepresentationId id,
        int version,
        OrganisationId organisation,
        String organisationName,
        @Nullable GatheringId gathering,
        @Nullable String gatheringTitle,
        String topic,
        @Nullable String audience,
        RepresentationOrigin origin,
        LocalDate askedOn,
        @Nullable LocalDate plannedOn,
        @Nullable PersonId person,
        @Nullable String personName,
        @Nullable PersonId substitute,
        @Nullable String substituteName,
        @Nullable String brief,
        @Nullable String kit,
        @Nullable UUID kitRecord,
        @Nullable ActionId action,
        @Nullable LocalDate doneOn,
        @Nullable Integer people,
        @Nullable String cameBack,
        @Nullable String brought,
        @Nullable String takenUp,
        @Nullable String promised,
        @Nullable LocalDate promiseDue,
        @Nullable LocalDate promiseKeptOn,
        @Nullable LocalDate declinedOn,
        @Nullable String reason) {

    /** Whether they asked us, or we offered. */
    public enum RepresentationOrigin {
        ASKED,
        OFFERED;

        /** Message key of its name. */
        public String key() {
            return "congress.origin." + name();
        }
    }

    /** The state of a representation. */
    public enum RepresentationState {
        /** No day is set. */
        WAITING(Tone.WARN),
        SCHEDULED(Tone.AHEAD),
        /** Done, with a promise to keep. */
        PROMISED(Tone.ACTIVE),
        DONE(Tone.OK),
        DECLINED(Tone.REST);

        private final Tone tone;

        RepresentationState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** Message key of its name. */
        public String key() {
            return "congress.representation." + name();
        }
    }

    public RepresentationState state() {
        if (declinedOn != null) {
            return RepresentationState.DECLINED;
        }
        if (doneOn != null) {
            return promised != null && promiseKeptOn == null ? RepresentationState.PROMISED : RepresentationState.DONE;
        }
        return plannedOn == null ? RepresentationState.WAITING : RepresentationState.SCHEDULED;
    }

    /** The day that matters now: when it was done, is planned, or was asked or offered. */
    public LocalDate day() {
        return doneOn != null ? doneOn : plannedOn != null ? plannedOn : askedOn;
    }

    /**
     * What the form says.
     *
     * @param organisation that of the gathering, if there is one
     */
    public record RepresentationFacts(
            ChosenParties<OrganisationId> organisation,
            @Nullable GatheringId gathering,
            String topic,
            @Nullable String audience,
            RepresentationOrigin origin,
            LocalDate askedOn,
            @Nullable LocalDate plannedOn,
            @Nullable PersonId person,
            @Nullable PersonId substitute,
            @Nullable String brief,
            @Nullable String kit,
            @Nullable UUID kitRecord,
            @Nullable ActionId action) {}

    /**
     * What came of it.
     *
     * @param people how many were there; {@code null} if not counted
     */
    public record RepresentationResult(
            LocalDate on,
            @Nullable Integer people,
            String cameBack,
            @Nullable String brought,
            @Nullable String takenUp,
            @Nullable String promised,
            @Nullable LocalDate promiseDue) {}

    /** Our presence at an organisation. */
    public record RepresentationId(UUID value) implements Identifier {}
}
