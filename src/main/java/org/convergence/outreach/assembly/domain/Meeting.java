package org.convergence.outreach.assembly.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.UUID;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/** A meeting; the items of its agenda are rows of their own. */
@Table(schema = "outreach", value = "assembly_meeting")
public record Meeting(
        @Id UUID id,
        @Version int version,
        UUID body,
        MeetingState state,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) MeetingPlan plan,
        @Nullable String cancelledReason,
        @Nullable Instant convenedAt,
        @Nullable String series,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) MeetingProceedings sitting,
        String guests,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) MinutesProgress minutes) {

    static final String TABLE = "outreach.assembly_meeting";

    /**
     * Time and place.
     *
     * @param dayVersion the version of the meeting that first had its day: letters of earlier ones told another
     */
    public record MeetingPlan(
            boolean special,
            @Nullable String title,
            LocalDateTime begins,
            @Nullable LocalDateTime ends,
            @Nullable String place,
            @Nullable String placeCode,
            @Nullable String online,
            boolean training,
            int dayVersion) {

        static MeetingPlan of(MeetingFacts facts, int dayVersion) {
            return new MeetingPlan(
                    facts.special(),
                    facts.title(),
                    facts.begins(),
                    facts.ends(),
                    facts.where().place(),
                    facts.where().code(),
                    facts.where().online(),
                    facts.training(),
                    dayVersion);
        }

        /** Whether a notice of either tells the same time and place. */
        boolean tellsSameAs(MeetingPlan other) {
            return begins.equals(other.begins)
                    && Objects.equals(place, other.place)
                    && Objects.equals(online, other.online);
        }
    }

    /** Its actual hours, chair, secretary, and quorum. */
    public record MeetingProceedings(
            @Nullable LocalDateTime opened,
            @Nullable LocalDateTime closed,
            @Nullable String chair,
            @Nullable String secretary,
            @Nullable LocalDateTime quorumAt,
            @Nullable Integer quorumPresent,
            @Nullable Integer quorumRequired) {

        static final MeetingProceedings NOTHING = new MeetingProceedings(null, null, null, null, null, null, null);

        /** Whether the recorded quorum was not reached. */
        public boolean isShort() {
            return quorumPresent != null && quorumRequired != null && quorumPresent < quorumRequired;
        }

        MeetingProceedings withQuorum(LocalDateTime at, QuorumPolicy.QuorumResult found) {
            return new MeetingProceedings(opened, closed, chair, secretary, at, found.present(), found.required());
        }
    }

    /**
     * The progress of its minutes.
     *
     * @param signedDocument the signed file; {@code null} for none
     */
    public record MinutesProgress(
            @Nullable LocalDate adoptedOn,
            @Nullable UUID adoptedIn,
            @Nullable LocalDate signedOn,
            @Nullable String signedBy,
            @Nullable UUID signedDocument) {

        static final MinutesProgress DRAFT = new MinutesProgress(null, null, null, null, null);
    }

    static Meeting of(BodyId body, MeetingFacts facts) {
        return new Meeting(
                Ids.next(),
                0,
                body.value(),
                MeetingState.PLANNED,
                MeetingPlan.of(facts, 0),
                null,
                null,
                null,
                MeetingProceedings.NOTHING,
                "",
                MinutesProgress.DRAFT);
    }

    Meeting withFacts(MeetingFacts facts) {
        boolean sameDay = facts.begins().toLocalDate().equals(day());
        return with(
                state, MeetingPlan.of(facts, sameDay ? plan.dayVersion() : version + 1), cancelledReason, convenedAt);
    }

    Meeting withConvenedAt(Instant at) {
        return with(state, plan, cancelledReason, at);
    }

    Meeting notConvened() {
        return with(state, plan, cancelledReason, null);
    }

    Meeting withCancellation(String reason) {
        return with(MeetingState.CANCELLED, plan, reason, convenedAt);
    }

    Meeting restored() {
        return with(MeetingState.PLANNED, plan, null, convenedAt);
    }

    private Meeting with(MeetingState next, MeetingPlan facts, @Nullable String reason, @Nullable Instant convened) {
        return new Meeting(id, version, body, next, facts, reason, convened, series, sitting, guests, minutes);
    }

    Meeting asHeld(MeetingProceedings how, String others) {
        return new Meeting(id, version, body, MeetingState.HELD, plan, null, convenedAt, series, how, others, minutes);
    }

    Meeting withSeries(String allotted) {
        return new Meeting(
                id, version, body, state, plan, cancelledReason, convenedAt, allotted, sitting, guests, minutes);
    }

    Meeting minutes(MinutesProgress next) {
        return new Meeting(id, version, body, state, plan, cancelledReason, convenedAt, series, sitting, guests, next);
    }

    /** The title of a meeting: its body, and its own title if it has one. */
    static String formatTitle(String body, @Nullable String title) {
        return title == null ? body : body + " – " + title;
    }

    /** The day on which it begins. */
    public LocalDate day() {
        return plan.begins().toLocalDate();
    }

    /** Its editable properties. */
    public MeetingFacts facts() {
        return new MeetingFacts(
                plan.special(),
                plan.title(),
                plan.begins(),
                plan.ends(),
                new MeetingFacts.MeetingPlace(plan.place(), plan.placeCode(), plan.online()),
                plan.training());
    }

    /** The state of its minutes. */
    public MinutesState minutesState() {
        if (state != MeetingState.HELD) {
            return MinutesState.NONE;
        }
        return minutes.signedOn() != null
                ? MinutesState.SIGNED
                : minutes.adoptedOn() != null ? MinutesState.ADOPTED : MinutesState.DRAFT;
    }

    public MeetingId typedId() {
        return new MeetingId(id);
    }

    public BodyId bodyId() {
        return new BodyId(body);
    }
}
