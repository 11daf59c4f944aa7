package org.convergence.outreach.assembly.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
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

/** A meeting as it is kept; the points of its agenda are rows of their own. */
@Table(schema = "outreach", value = "assembly_meeting")
public record Meeting(
        @Id UUID id,
        @Version int version,
        UUID body,
        MeetingState state,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) Plan plan,
        @Nullable String cancelledReason,
        @Nullable Instant convenedAt,
        @Nullable String series,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) Sitting sitting,
        String guests,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) Minutes minutes) {

    static final String TABLE = "outreach.assembly_meeting";

    /** When and where. */
    public record Plan(
            boolean special,
            @Nullable String title,
            LocalDateTime begins,
            @Nullable LocalDateTime ends,
            @Nullable String place,
            @Nullable String placeCode,
            @Nullable String online) {

        static Plan of(MeetingFacts facts) {
            return new Plan(
                    facts.special(),
                    facts.title(),
                    facts.begins(),
                    facts.ends(),
                    facts.where().place(),
                    facts.where().code(),
                    facts.where().online());
        }
    }

    /** How it went: its hours, who chaired it and wrote it down, and whether enough were there. */
    public record Sitting(
            @Nullable LocalDateTime opened,
            @Nullable LocalDateTime closed,
            @Nullable String chair,
            @Nullable String secretary,
            @Nullable LocalDateTime quorumAt,
            @Nullable Integer quorumPresent,
            @Nullable Integer quorumRequired) {

        static final Sitting NOTHING = new Sitting(null, null, null, null, null, null, null);

        /** Whether it was noted that too few were there. */
        public boolean isShort() {
            return quorumPresent != null && quorumRequired != null && quorumPresent < quorumRequired;
        }

        Sitting quorum(LocalDateTime at, QuorumPolicy.Finding found) {
            return new Sitting(opened, closed, chair, secretary, at, found.present(), found.required());
        }
    }

    /**
     * How far its minutes are.
     *
     * @param signedDocument the file that was signed, {@code null} for none
     */
    public record Minutes(
            @Nullable LocalDate adoptedOn,
            @Nullable UUID adoptedIn,
            @Nullable LocalDate signedOn,
            @Nullable String signedBy,
            @Nullable UUID signedDocument) {

        static final Minutes DRAFT = new Minutes(null, null, null, null, null);
    }

    static Meeting of(BodyId body, MeetingFacts facts) {
        return new Meeting(
                Ids.next(),
                0,
                body.value(),
                MeetingState.PLANNED,
                Plan.of(facts),
                null,
                null,
                null,
                Sitting.NOTHING,
                "",
                Minutes.DRAFT);
    }

    Meeting saying(MeetingFacts facts) {
        return with(state, Plan.of(facts), cancelledReason, convenedAt);
    }

    Meeting convened(Instant at) {
        return with(state, plan, cancelledReason, at);
    }

    Meeting cancelled(String reason) {
        return with(MeetingState.CANCELLED, plan, reason, convenedAt);
    }

    private Meeting with(MeetingState next, Plan facts, @Nullable String reason, @Nullable Instant convened) {
        return new Meeting(id, version, body, next, facts, reason, convened, series, sitting, guests, minutes);
    }

    Meeting held(Sitting how, String others) {
        return new Meeting(id, version, body, MeetingState.HELD, plan, null, convenedAt, series, how, others, minutes);
    }

    Meeting numbered(String allotted) {
        return new Meeting(
                id, version, body, state, plan, cancelledReason, convenedAt, allotted, sitting, guests, minutes);
    }

    Meeting minutes(Minutes next) {
        return new Meeting(id, version, body, state, plan, cancelledReason, convenedAt, series, sitting, guests, next);
    }

    /** What one is called: its body, and its own title if it has one. */
    static String called(String body, @Nullable String title) {
        return title == null ? body : body + " – " + title;
    }

    /** The day on which it is. */
    public LocalDate day() {
        return plan.begins().toLocalDate();
    }

    /** When and where, as one says it anew. */
    public MeetingFacts facts() {
        return new MeetingFacts(
                plan.special(),
                plan.title(),
                plan.begins(),
                plan.ends(),
                new MeetingFacts.Where(plan.place(), plan.placeCode(), plan.online()));
    }

    /** How far its minutes are. */
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
