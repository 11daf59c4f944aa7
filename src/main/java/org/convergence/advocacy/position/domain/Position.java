package org.convergence.advocacy.position.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A position.
 *
 * @param country ISO 3166-1, two capital letters; {@code null} for none
 * @param mandate what allows us to speak, told in {@code mandateText}, since a day
 * @param cited the resolution, or the position of a coalition, that is the mandate; {@code null} for one told in words
 * @param wording rises with each change of the texts
 * @param writtenBy the account that wrote last
 * @param read the second look; {@code null} for none yet
 * @param place where it was published; empty before
 */
public record Position(
        PositionId id,
        int version,
        String title,
        PositionKind kind,
        String theme,
        @Nullable String country,
        MandateSource mandate,
        String mandateText,
        LocalDate mandateOn,
        @Nullable UUID cited,
        @Nullable ActionId line,
        int wording,
        UUID writtenBy,
        LocalDate writtenOn,
        @Nullable SecondLook read,
        @Nullable LocalDate publishedOn,
        String place,
        @Nullable String url) {

    /** The second look of another person at one wording. */
    public record SecondLook(String by, LocalDate on, int wording) {}

    /** What the form says. */
    public record PositionFacts(
            String title,
            PositionKind kind,
            String theme,
            @Nullable String country,
            MandateSource mandate,
            String mandateText,
            LocalDate mandateOn,
            @Nullable UUID cited,
            @Nullable ActionId line,
            List<PositionText> texts,
            List<OrganisationId> signatories) {}

    /** The text in a language. */
    public record PositionText(String language, String body) {}

    /** When and where it was published. */
    public record Publication(
            LocalDate on, String place, @Nullable String url) {}

    /** The state: a second look at other words does not count. */
    public PositionState state() {
        if (publishedOn != null) {
            return PositionState.PUBLISHED;
        }
        return read != null && read.wording() == wording ? PositionState.READ : PositionState.DRAFT;
    }

    /** What allows us to speak. */
    public enum MandateSource {
        RESOLUTION,
        COALITION,
        /** A policy that stands until it is changed. */
        POLICY;

        /** The message key of its name. */
        public String key() {
            return "position.mandate." + name();
        }
    }

    /** The form of a position. */
    public enum PositionKind {
        SPEECH,
        ARTICLE,
        DECLARATION,
        OPEN_LETTER,
        BRIEF;

        /** The message key of its name. */
        public String key() {
            return "position.kind." + name();
        }
    }

    /** The state of a position. */
    public enum PositionState {
        DRAFT(Tone.AHEAD),
        /** A second person read the present texts. */
        READ(Tone.ACTIVE),
        PUBLISHED(Tone.OK);

        private final Tone tone;

        PositionState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The message key of its name. */
        public String key() {
            return "position.state." + name();
        }
    }

    /** A position. */
    public record PositionId(UUID value) implements Identifier {}
}
