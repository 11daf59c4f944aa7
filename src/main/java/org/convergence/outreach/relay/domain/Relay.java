package org.convergence.outreach.relay.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.segment.SegmentId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A kit at an organisation.
 *
 * @param channel where it was published, in the organisation's words
 * @param circulation as the organisation stated it; {@code null} if it stated none
 * @param circulationOn the day of that statement
 */
public record Relay(
        UUID id,
        int version,
        RelayKitId kit,
        String title,
        OrganisationId organisation,
        String organisationName,
        RelayState state,
        @Nullable LocalDate declaredOn,
        @Nullable String channel,
        @Nullable String url,
        @Nullable Integer circulation,
        @Nullable LocalDate circulationOn,
        @Nullable DocumentId document) {

    /** This relay with the evidence that staff found; without a day of its own, it takes this one. */
    Relay withEvidence(RelayState found, @Nullable String at, @Nullable DocumentId copy, LocalDate on) {
        return new Relay(
                id,
                version,
                kit,
                title,
                organisation,
                organisationName,
                found,
                Objects.requireNonNullElse(declaredOn, on),
                channel,
                at,
                circulation,
                circulationOn,
                copy);
    }

    /** This relay with what the organisation states once the team found its publication; what it stated before stays. */
    Relay withStatement(@Nullable String where, @Nullable Integer copies, LocalDate today) {
        return new Relay(
                id,
                version,
                kit,
                title,
                organisation,
                organisationName,
                state,
                declaredOn,
                where == null ? channel : where,
                url,
                copies == null ? circulation : copies,
                copies == null || copies.equals(circulation) ? circulationOn : today,
                document);
    }

    /**
     * The answer of an organisation.
     *
     * @param state taken, declared or declined
     * @param on the day of publication; {@code null} if it is not published
     */
    public record RelayAnswer(
            RelayState state,
            @Nullable LocalDate on,
            @Nullable String channel,
            @Nullable String url,
            @Nullable Integer circulation) {}

    /** A kit at an organisation, by degree of evidence. */
    public enum RelayState {
        PROPOSED(Tone.AHEAD),
        /** The organisation will publish it. */
        TAKEN(Tone.ACTIVE),
        /** The organisation says that it is published. */
        DECLARED(Tone.OK),
        /** Staff saw it at an address. */
        SEEN(Tone.OK),
        /** A copy is kept. */
        KEPT(Tone.OK),
        DECLINED(Tone.REST);

        private final Tone tone;

        RelayState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** Whether it is published. */
        public boolean isPublished() {
            return this == DECLARED || this == SEEN || this == KEPT;
        }

        /** Message key of its name. */
        public String key() {
            return "relay.state." + name();
        }
    }

    /**
     * A kit.
     *
     * @param url where the text is on line; {@code null} for nowhere
     * @param alternative the picture in words
     * @param publishBefore the last day on which it makes sense to publish; {@code null} for none
     * @param credit author and licence of the picture; empty where the picture has no mention of its own
     * @param sourcePicture the file of the picture taken over with the text of the source; {@code null} for none
     * @param segment the communication contacts that get it
     * @param source the record of which it takes the text, as in the address of the form; {@code null} for none
     * @param shortText about forty words; {@code null} if none is offered
     * @param takenBackOn when its text was taken back where it comes from; {@code null} if it was not
     * @param toldOn when the organisations that have it were told so; {@code null} if they are to be told
     * @param texts in other languages than the first of the organisation, in which the kit itself is written
     */
    public record RelayKit(
            RelayKitId id,
            int version,
            String title,
            String body,
            @Nullable String url,
            @Nullable DocumentId picture,
            @Nullable String alternative,
            String licence,
            @Nullable LocalDate publishBefore,
            @Nullable SegmentId segment,
            @Nullable ActionId action,
            @Nullable String source,
            @Nullable Instant sentAt,
            @Nullable String shortText,
            @Nullable LocalDate takenBackOn,
            @Nullable LocalDate toldOn,
            String credit,
            @Nullable UUID sourcePicture,
            List<KitText> texts) {

        /** Whether the last day to publish is over: it is proposed to nobody then. */
        public boolean isOver(LocalDate today) {
            return publishBefore != null && publishBefore.isBefore(today);
        }

        /** Whether it has a picture of its own, or took one over. */
        boolean hasPicture() {
            return picture != null || sourcePicture != null;
        }

        /** The text in a language; where it is not written in it, in the first language of the organisation. */
        public KitText textIn(String language) {
            return texts.stream()
                    .filter(each -> language.equals(each.language()))
                    .findFirst()
                    .orElseGet(() -> new KitText(null, title, body, shortText, alternative));
        }

        /**
         * The text of a kit in a language.
         *
         * @param language its code; {@code null} for the first of the organisation
         * @param shortText about forty words; {@code null} if none is offered
         * @param alternative the picture in words; {@code null} without a picture
         */
        public record KitText(
                @Nullable String language,
                String title,
                String body,
                @Nullable String shortText,
                @Nullable String alternative) {}

        /** The content of a kit, without its picture. */
        public record RelayKitFacts(
                String title,
                String body,
                @Nullable String url,
                @Nullable String alternative,
                String licence,
                @Nullable LocalDate publishBefore,
                @Nullable SegmentId segment,
                @Nullable ActionId action,
                @Nullable String source,
                @Nullable String shortText,
                String credit,
                @Nullable UUID sourcePicture,
                List<KitText> texts) {}
    }

    /** A kit for bulletins. */
    public record RelayKitId(UUID value) implements Identifier {}
}
