package org.convergence.outreach.congress.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.congress.domain.Gathering.GatheringId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A model resolution that unions carry from local to central.
 *
 * @param summary its short text in French, or else what is resolved
 * @param organisations how many organisations have a path of it
 * @param adopted how many of them adopted it, as it was or amended
 */
public record Passport(
        PassportId id,
        int version,
        String title,
        LocalDate writtenOn,
        @Nullable ActionId action,
        String summary,
        int organisations,
        int adopted) {

    /**
     * The text in a language.
     *
     * @param why the grounds
     * @param resolved what is resolved
     * @param shortText for a bulletin or a local assembly; may be empty
     */
    public record PassportText(String language, String why, String resolved, String shortText) {}

    /** What the form of a passport says. */
    public record PassportFacts(
            String title,
            List<PassportText> texts,
            @Nullable ActionId action) {}

    /** Where in a union a body stands, from local to central. */
    public enum PathLevel {
        LOCAL,
        REGIONAL,
        FEDERATION,
        CENTRAL;

        /** Message key of its name. */
        public String key() {
            return "congress.level." + name();
        }
    }

    /** A step of a resolution in an organisation (R-REP-2). */
    public enum PathState {
        DRAFTED(Tone.AHEAD),
        TABLED(Tone.ACTIVE),
        IN_BOOK(Tone.ACTIVE),
        ADOPTED(Tone.OK),
        AMENDED(Tone.OK),
        REFERRED(Tone.WARN),
        DEFEATED(Tone.BAD),
        /** The gathering ended before it came up. */
        NOT_REACHED(Tone.REST);

        private static final Set<PathState> RESULTS = EnumSet.of(ADOPTED, AMENDED, REFERRED, DEFEATED, NOT_REACHED);

        private final Tone tone;

        PathState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** Message key of its name. */
        public String key() {
            return "congress.state." + name();
        }

        /** Whether it was adopted, as it was or amended. */
        public boolean isAdopted() {
            return this == ADOPTED || this == AMENDED;
        }

        /** The steps that may follow: what is referred or not reached may come back. */
        public Set<PathState> next() {
            return switch (this) {
                case DRAFTED -> EnumSet.of(TABLED);
                case TABLED -> {
                    Set<PathState> next = EnumSet.of(IN_BOOK);
                    next.addAll(RESULTS);
                    yield next;
                }
                case IN_BOOK -> EnumSet.copyOf(RESULTS);
                case REFERRED, NOT_REACHED -> EnumSet.of(TABLED, ADOPTED, AMENDED, DEFEATED);
                case ADOPTED, AMENDED, DEFEATED -> EnumSet.noneOf(PathState.class);
            };
        }
    }

    /**
     * A resolution in an organisation.
     *
     * @param deadlineOn the deadline for resolutions of its gathering; {@code null} if unknown
     * @param emergencyRule how the body receives an emergency resolution; {@code null} if unknown
     * @param carrier the affiliate that tables it; {@code null} if it is not known yet
     * @param emergencyOn the day of the fact that makes it an emergency; {@code null} for none
     * @param bindsTo what it binds the organisation to
     * @param followUp what was found at the follow-up; {@code null} until then
     * @param state its last step, on {@code stateOn}
     */
    public record PassportPath(
            UUID id,
            int version,
            PassportId passport,
            String passportTitle,
            @Nullable ActionId action,
            OrganisationId organisation,
            String organisationName,
            PathLevel level,
            @Nullable GatheringId gathering,
            @Nullable String gatheringTitle,
            @Nullable LocalDate deadlineOn,
            @Nullable String emergencyRule,
            @Nullable OrganisationId carrier,
            @Nullable String carrierName,
            @Nullable LocalDate emergencyOn,
            @Nullable String emergencyFact,
            @Nullable String bindsTo,
            @Nullable LocalDate followUpOn,
            @Nullable String followUp,
            PathState state,
            LocalDate stateOn) {}

    /** What the form of a path says. */
    public record PathFacts(
            ChosenParties<OrganisationId> organisation,
            PathLevel level,
            @Nullable GatheringId gathering,
            ChosenParties<OrganisationId> carrier,
            @Nullable LocalDate emergencyOn,
            @Nullable String emergencyFact) {}

    /**
     * A step with its evidence.
     *
     * @param evidence where it can be read; empty for a draft
     */
    public record PassportStep(
            UUID path,
            PathState state,
            LocalDate happenedOn,
            String evidence,
            @Nullable String url) {}

    /**
     * What the form of a step says.
     *
     * @param bindsTo what an adopted resolution binds to, looked at again on {@code followUpOn}
     */
    public record StepFacts(
            PathState state,
            LocalDate on,
            String evidence,
            @Nullable String url,
            @Nullable String bindsTo,
            @Nullable LocalDate followUpOn) {}

    /** A model resolution. */
    public record PassportId(UUID value) implements Identifier {}
}
