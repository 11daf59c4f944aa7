package org.convergence.outreach.assembly.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationName;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.Body;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.FollowUpDetails;
import org.convergence.outreach.assembly.domain.FollowUpState;
import org.convergence.outreach.assembly.domain.Majority;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingListQueries;
import org.convergence.outreach.assembly.domain.MeetingPolicy;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.assembly.domain.MinutesState;
import org.convergence.outreach.assembly.domain.ResolutionDetails;
import org.convergence.outreach.assembly.domain.ResolutionFacts;
import org.convergence.outreach.assembly.domain.RuleSet;
import org.convergence.outreach.assembly.domain.SeatOnDay;
import org.convergence.platform.mail.LetterResource;
import org.jspecify.annotations.Nullable;

/** The responses of the API for bodies and meetings. */
final class AssemblyResources {

    private AssemblyResources() {}

    @Schema(name = "Body")
    record BodyResource(
            UUID id,
            String name,
            String code,
            BodyKind kind,
            @Nullable LocalDate endedOn) {

        static BodyResource of(Body body) {
            return new BodyResource(body.id(), body.name(), body.code(), body.kind(), body.endedOn());
        }
    }

    private static final String NOTICE =
            "The letters of its notice: WAITING while one waits; otherwise PERHAPS_SENT, REFUSED or WITHHELD if one is;"
                    + " SENT or DELIVERED_OTHERWISE once all left. leftOn tells when the last one did, once nobody is"
                    + " without notice. Changes and the cancellation of the meeting are other letters.";

    private static final String WITHOUT =
            "How many seats or members are to get the notice and have neither a letter nor the notice; null before"
                    + " the first one, and for meetings of the past";

    @Schema(name = "Meeting")
    record MeetingResource(
            UUID id,
            UUID body,
            String name,

            @Schema(description = "Local time of the organisation")
            LocalDateTime begins,

            MeetingState state,
            MinutesState minutes,
            LocalDate noticeBy,

            @Schema(description = "Whether the notice was written or handed over to all; letter says whether it left")
            boolean convened,

            @Schema(description = WITHOUT) @Nullable Integer withoutNotice,
            @Schema(description = NOTICE) @Nullable LetterResource letter) {

        static MeetingResource of(MeetingListQueries.MeetingListRow line) {
            return new MeetingResource(
                    line.id().value(),
                    line.body().value(),
                    line.name(),
                    line.begins(),
                    line.state(),
                    line.minutes(),
                    line.noticeBy(),
                    (line.convenedAt() != null || line.notice().isIssued())
                            && line.notice().withoutLetter() + line.notice().unwritten() == 0,
                    line.notice().withoutNotice(),
                    line.notice().resource());
        }
    }

    @Schema(name = "MeetingWithAgenda")
    record MeetingAgendaResource(
            UUID id,
            UUID body,
            String name,

            @Schema(description = "Whether it is an extraordinary meeting")
            boolean special,

            @Schema(description = "Local time of the organisation")
            LocalDateTime begins,

            @Schema(description = "The same with the UTC offset of that day")
            OffsetDateTime beginsAt,

            @Nullable LocalDateTime ends,
            @Nullable String place,
            @Nullable String online,
            MeetingState state,
            MinutesState minutes,

            @Schema(description = WITHOUT) @Nullable Integer withoutNotice,
            @Schema(description = NOTICE) @Nullable LetterResource letter,

            List<AgendaItemResource> agenda,
            List<FollowUpResource> followUps) {

        static MeetingAgendaResource of(Agenda agenda, ZoneId zone) {
            Meeting.MeetingPlan plan = agenda.meeting().plan();
            return new MeetingAgendaResource(
                    agenda.meeting().id(),
                    agenda.meeting().body(),
                    agenda.title(),
                    plan.special(),
                    plan.begins(),
                    MeetingPolicy.toZonedTime(plan.begins(), zone).toOffsetDateTime(),
                    plan.ends(),
                    plan.place(),
                    plan.online(),
                    agenda.meeting().state(),
                    agenda.meeting().minutesState(),
                    agenda.notice().withoutNotice(),
                    agenda.notice().resource(),
                    agenda.points().stream()
                            .map(each -> new AgendaItemResource(each.id(), each.title(), each.note(), each.asked()))
                            .toList(),
                    agenda.returns().pending().stream()
                            .map(FollowUpResource::of)
                            .toList());
        }
    }

    /**
     * A seat with its holders today.
     *
     * @param organisation {@code null} for an individual member
     */
    @Schema(name = "Seat")
    record SeatResource(
            UUID id,
            @Nullable String title,
            @Nullable String organisation,
            @Nullable String holder,
            @Nullable String substitute) {

        static SeatResource of(SeatOnDay seat) {
            OrganisationName whose = seat.organisation();
            SeatOnDay.SeatMandate holder = seat.holder();
            SeatOnDay.SeatMandate substitute = seat.substitute();
            return new SeatResource(
                    seat.id(),
                    seat.title(),
                    whose == null ? null : whose.name(),
                    holder == null ? null : holder.name(),
                    substitute == null ? null : substitute.name());
        }
    }

    @Schema(name = "BodyWithSeats")
    record BodySeatsResource(
            UUID id, String name, String code, BodyKind kind, RuleSet rules, List<SeatResource> seats) {

        static BodySeatsResource of(Body body, RuleSet rules, List<SeatOnDay> seats) {
            return new BodySeatsResource(
                    body.id(),
                    body.name(),
                    body.code(),
                    body.kind(),
                    rules,
                    seats.stream().map(SeatResource::of).toList());
        }
    }

    /**
     * A resolution with its vote.
     *
     * @param ballot {@code null} if unanimous
     */
    @Schema(name = "ResolutionWithVote")
    record ResolutionVoteResource(
            ResolutionResource resolution,
            @Nullable String proposer,
            @Nullable String seconder,
            int present,
            ResolutionFacts.@Nullable Ballot ballot,
            Majority majority,
            String dissent) {

        static ResolutionVoteResource of(ResolutionDetails it) {
            ResolutionDetails.ResolutionMover proposer = it.proposer();
            ResolutionDetails.ResolutionMover seconder = it.seconder();
            return new ResolutionVoteResource(
                    ResolutionResource.of(it),
                    proposer == null ? null : proposer.name(),
                    seconder == null ? null : seconder.name(),
                    it.opening().cards(),
                    it.facts().ballot(),
                    it.majority(),
                    it.facts().dissent());
        }
    }

    /**
     * An agenda item.
     *
     * @param asked the decision asked for; empty for none
     */
    @Schema(name = "AgendaPoint")
    record AgendaItemResource(UUID id, String title, String note, String asked) {}

    @Schema(name = "ResolutionTaken")
    record ResolutionResource(
            UUID id,
            String number,
            String body,
            UUID meeting,
            LocalDate date,
            String text,
            boolean carried,
            @Nullable LocalDate reviewOn) {

        static ResolutionResource of(ResolutionDetails it) {
            return new ResolutionResource(
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
    record FollowUpResource(
            UUID id,
            UUID body,
            UUID meeting,
            String what,
            @Nullable String who,
            @Nullable LocalDate dueOn,
            FollowUpState state,
            @Nullable String resolution) {

        static FollowUpResource of(FollowUpDetails it) {
            return new FollowUpResource(
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

    @Schema(name = "Bodies")
    record BodyListResource(List<BodyResource> bodies) {}

    @Schema(name = "Meetings")
    record MeetingListResource(
            List<MeetingResource> meetings, @Nullable String next) {}

    @Schema(name = "ResolutionsTaken")
    record ResolutionListResource(
            List<ResolutionResource> resolutions, @Nullable String next) {}

    @Schema(name = "FollowUps")
    record FollowUpListResource(
            List<FollowUpResource> followUps, @Nullable String next) {}

    /** The id of the planned meeting. */
    @Schema(name = "PlannedMeeting")
    record PlannedMeetingResource(UUID id) {}
}
