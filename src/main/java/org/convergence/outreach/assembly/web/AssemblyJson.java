package org.convergence.outreach.assembly.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.domain.Body;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.FollowUpState;
import org.convergence.outreach.assembly.domain.MeetingList;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.assembly.domain.MinutesState;
import org.convergence.outreach.assembly.domain.Passed;
import org.convergence.outreach.assembly.domain.Pending;
import org.jspecify.annotations.Nullable;

/** Bodies and what they decide, for programs. */
final class AssemblyJson {

    private AssemblyJson() {}

    @Schema(name = "Body")
    record OneBody(
            UUID id,
            String name,
            String code,
            BodyKind kind,
            @Nullable LocalDate endedOn) {

        static OneBody of(Body body) {
            return new OneBody(body.id(), body.name(), body.code(), body.kind(), body.endedOn());
        }
    }

    @Schema(name = "Meeting")
    record OneMeeting(
            UUID id,
            UUID body,
            String name,

            @Schema(description = "As the clock on the wall says where the organisation is")
            LocalDateTime begins,

            MeetingState state,
            MinutesState minutes,
            LocalDate noticeBy,
            boolean convened) {

        static OneMeeting of(MeetingList.Line line) {
            return new OneMeeting(
                    line.id().value(),
                    line.body().value(),
                    line.name(),
                    line.begins(),
                    line.state(),
                    line.minutes(),
                    line.noticeBy(),
                    line.convenedAt() != null);
        }
    }

    @Schema(name = "ResolutionTaken")
    record OneResolution(
            UUID id,
            String number,
            String body,
            UUID meeting,
            LocalDate date,
            String text,
            boolean carried,
            @Nullable LocalDate reviewOn) {

        static OneResolution of(Passed it) {
            return new OneResolution(
                    it.id(),
                    it.label(),
                    it.body(),
                    it.meeting().value(),
                    it.day(),
                    it.facts().text(),
                    it.carried(),
                    it.facts().reviewOn());
        }
    }

    @Schema(name = "FollowUp")
    record OneFollowUp(
            UUID id,
            UUID body,
            UUID meeting,
            String what,
            @Nullable String who,
            @Nullable LocalDate dueOn,
            FollowUpState state,
            @Nullable String resolution) {

        static OneFollowUp of(Pending it) {
            return new OneFollowUp(
                    it.id(),
                    it.body().value(),
                    it.meeting().value(),
                    it.facts().what(),
                    it.who(),
                    it.facts().dueOn(),
                    it.state(),
                    it.resolution());
        }
    }

    /** What a program sends to plan a meeting. */
    @Schema(name = "MeetingToPlan")
    record ToPlan(
            UUID body,
            LocalDate day,
            @Schema(description = "19:00") String begins,
            @Nullable String ends,
            @Nullable String title,
            @Nullable String place,

            @Schema(description = "QC-01 to QC-17, or ONLINE") @Nullable
            String region,

            @Nullable String online,
            @Nullable Boolean special) {}

    @Schema(name = "Bodies")
    record Bodies(List<OneBody> bodies) {}

    @Schema(name = "Meetings")
    record Meetings(List<OneMeeting> meetings, @Nullable String next) {}

    @Schema(name = "ResolutionsTaken")
    record AllResolutions(
            List<OneResolution> resolutions, @Nullable String next) {}

    @Schema(name = "FollowUps")
    record AllFollowUps(
            List<OneFollowUp> followUps, @Nullable String next) {}
}
