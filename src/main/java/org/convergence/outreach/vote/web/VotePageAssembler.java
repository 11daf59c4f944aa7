package org.convergence.outreach.vote.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.AssemblyFormatter;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MinutesQueries;
import org.convergence.outreach.assembly.domain.QuorumPolicy.QuorumResult;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.ElectionService;
import org.convergence.outreach.vote.domain.OnlinePoll.PollCount;
import org.convergence.outreach.vote.domain.Vote;
import org.convergence.outreach.vote.domain.Vote.Candidate;
import org.convergence.outreach.vote.domain.Vote.CountedHands;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.Vote.VoteKind;
import org.convergence.outreach.vote.domain.Vote.VoteMethod;
import org.convergence.outreach.vote.domain.Vote.VoteState;
import org.convergence.outreach.vote.domain.VoteFormatter;
import org.convergence.outreach.vote.domain.VotePolicy;
import org.convergence.outreach.vote.domain.VotePolicy.VoteOutcome;
import org.convergence.outreach.vote.domain.VoteQueries;
import org.convergence.outreach.vote.domain.VoteQueries.MeetingVotes;
import org.convergence.outreach.vote.web.VotePage.CandidateRow;
import org.convergence.outreach.vote.web.VotePage.NewVotePage;
import org.convergence.outreach.vote.web.VotePage.OnlineHands;
import org.convergence.outreach.vote.web.VotePage.VoteListPage;
import org.convergence.outreach.vote.web.VotePage.VoteRow;
import org.convergence.outreach.vote.web.VotePage.VoteStep;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the pages of votes. */
@Component
record VotePageAssembler(
        VoteQueries votes, MeetingQueries meetings, MinutesQueries minutes, OrganisationSettings settings) {

    static String url(VoteId vote) {
        return "/outreach/vote/votes/" + vote.value();
    }

    static String votesUrl(MeetingId meeting) {
        return DoorController.doorUrl(meeting) + "/votes";
    }

    VoteListPage assembleList(MeetingId meeting, Words t) {
        Agenda agenda = meetings.findAgenda(meeting);
        MeetingVotes all = votes.findByMeeting(meeting);
        List<VoteRow> rows = new ArrayList<>();
        for (Agenda.AgendaItemDetails item : agenda.points()) {
            all.votes().stream()
                    .filter(each -> each.item().equals(item.id()) && each.amends() == null)
                    .forEach(each -> {
                        all.amendmentsTo(each.id())
                                .forEach(amendment -> rows.add(row(amendment, all, item.title(), t)));
                        rows.add(row(each, all, item.title(), t));
                    });
        }
        return new VoteListPage(
                AssemblyFormatter.formatTitle(agenda, t),
                DoorController.doorUrl(meeting),
                votesUrl(meeting),
                "/outreach/assembly/meetings/" + meeting.value() + "/minutes",
                rows,
                CurrentActor.get().may(VotePermissions.COUNT));
    }

    private static VoteRow row(Vote vote, MeetingVotes all, String item, Words t) {
        String kind = t.say("vote.kind." + vote.kind());
        return new VoteRow(
                url(vote.id()),
                TextShortener.shorten(VoteFormatter.formatText(vote, t), 140),
                vote.outcome() == null
                        ? t.say("vote.row", kind, item)
                        : VoteFormatter.formatResult(vote, all.candidatesOf(vote.id()), t),
                tone(vote),
                state(vote, t));
    }

    private static Tone tone(Vote vote) {
        VoteOutcome outcome = vote.outcome();
        if (outcome == null) {
            return vote.state() == VoteState.OPEN ? Tone.ACTIVE : Tone.AHEAD;
        }
        return outcome == VoteOutcome.TIED ? Tone.WARN : outcome == VoteOutcome.LOST ? Tone.REST : Tone.OK;
    }

    private static String state(Vote vote, Words t) {
        return t.say(vote.outcome() == null ? "vote.state." + vote.state() : "vote.outcome." + vote.outcome());
    }

    NewVotePage assembleNew(MeetingId meeting, Form form, Words t) {
        Agenda agenda = meetings.findAgenda(meeting);
        return new NewVotePage(
                votesUrl(meeting) + "/new",
                votesUrl(meeting),
                form,
                agenda.points().stream()
                        .map(each -> Option.of(each.id(), each.title()))
                        .toList(),
                agenda.rules().majorities().stream()
                        .map(each -> Option.of(
                                each.article(),
                                t.say("vote.article", each.article(), AssemblyFormatter.formatMajority(each, t))))
                        .toList());
    }

    /**
     * @param form of the next step, as typed; {@code null} for a blank one
     * @param add the amendment or candidate, as typed; {@code null} for a blank one
     */
    VotePage assemble(VoteId id, @Nullable Form form, @Nullable Form add, Words t) {
        return assemble(id, form, add, new OnlineHands(Form.blank(), null, null), t);
    }

    /** The page with a report of a poll that cannot be read. */
    VotePage assembleOnline(VoteId id, Form typed, Words t) {
        return assemble(id, null, null, new OnlineHands(typed, null, null), t);
    }

    /** The page with the hands of the hall and those of a poll added, which nothing closes yet. */
    VotePage assembleOnline(VoteId id, CountedHands hall, PollCount poll, Words t) {
        CountedHands hands = poll.hands();
        return assemble(
                id,
                Form.blank()
                        .with(VoteForm.IN_FAVOUR.name(), hall.inFavour() + hands.inFavour())
                        .with(VoteForm.AGAINST.name(), hall.against() + hands.against())
                        .with(VoteForm.ABSTAINED.name(), hall.abstained() + hands.abstained()),
                null,
                new OnlineHands(
                        Form.blank(),
                        t.say(
                                "vote.online.counted",
                                hands.inFavour(),
                                hands.against(),
                                hands.abstained(),
                                poll.cards(),
                                poll.people()),
                        poll.uncounted().isEmpty()
                                ? null
                                : t.say("vote.online.uncounted", t.list(List.copyOf(poll.uncounted())))),
                t);
    }

    private VotePage assemble(VoteId id, @Nullable Form form, @Nullable Form add, OnlineHands online, Words t) {
        Vote vote = votes.findById(id);
        MeetingVotes all = votes.findByMeeting(vote.meeting());
        List<Candidate> candidates = all.candidatesOf(id);
        boolean may = CurrentActor.get().may(VotePermissions.COUNT);
        boolean draft = vote.state() == VoteState.DRAFT;
        VoteStep step = may ? step(vote, candidates) : null;
        return new VotePage(
                url(id),
                votesUrl(vote.meeting()),
                vote,
                VoteFormatter.formatText(vote, t),
                facts(vote, t),
                tone(vote),
                state(vote, t),
                vote.outcome() == null ? null : VoteFormatter.formatResult(vote, candidates, t),
                details(vote, all, t),
                all.amendmentsTo(id).stream().map(each -> row(each, all, "", t)).toList(),
                candidates.stream().map(each -> row(each, id, t)).toList(),
                step,
                step == VoteStep.OPEN ? findLackOfQuorum(vote.meeting(), t) : null,
                step == VoteStep.OPEN && vote.kind() != VoteKind.ELECTION
                        ? votes.findMovers(vote.meeting()).stream()
                                .map(each -> Option.of(each.delegate().value(), each.label()))
                                .toList()
                        : List.of(),
                vote.state() == VoteState.OPEN && vote.method() == VoteMethod.NOMINAL
                        ? t.say("vote.cast", votes.countCast(id), vote.present())
                        : null,
                form == null ? Form.blank() : form,
                step == VoteStep.COUNT && vote.method() == VoteMethod.HANDS ? online : null,
                !may || !draft || vote.kind() == VoteKind.AMENDMENT
                        ? null
                        : add == null ? Form.named("a").with("method", VoteMethod.HANDS) : add,
                vote.resolution() == null ? null : "/outreach/assembly/resolutions/" + vote.resolution(),
                CurrentActor.get().may(AssemblyPermissions.KEEP)
                        && !ElectionService.findAwaited(candidates).isEmpty());
    }

    private @Nullable String findLackOfQuorum(MeetingId meeting, Words t) {
        QuorumResult quorum = minutes.findAttendance(meeting).quorum();
        return quorum.isReached()
                ? null
                : AssemblyFormatter.formatQuorumResult(settings.now().toLocalTime(), quorum, t);
    }

    private String facts(Vote vote, Words t) {
        String method = t.say("vote.method." + vote.method());
        if (vote.seats() != null) {
            return t.say("vote.facts.election", vote.seats());
        }
        return vote.article() == null
                ? t.say("vote.facts.simple", method)
                : t.say(
                        "vote.facts.article",
                        method,
                        vote.article(),
                        AssemblyFormatter.formatMajority(votes.findMajority(vote), t));
    }

    private static List<String> details(Vote vote, MeetingVotes all, Words t) {
        List<String> details = new ArrayList<>();
        if (vote.mover() != null) {
            details.add(VoteFormatter.formatMovers(vote, t));
        }
        if (vote.distributed() != null) {
            details.add(VoteFormatter.formatBatch(vote, t));
        }
        details.addAll(VoteFormatter.formatBallots(vote, all.ballots(), t));
        return details;
    }

    private static CandidateRow row(Candidate it, VoteId vote, Words t) {
        return new CandidateRow(
                url(vote) + "/candidates/" + it.id(),
                it.name(),
                it.interests().isEmpty() ? t.say("vote.interests.none") : t.say("vote.interests", it.interests()),
                VoteForm.voicesField(it.id()),
                it.voices() == null && !it.elected()
                        ? null
                        : (it.mandate() == null ? "" : t.say("vote.candidate.seated") + " · ")
                                + t.say(
                                        it.elected() ? "vote.candidate.elected" : "vote.candidate.not-elected",
                                        Objects.requireNonNullElse(it.voices(), -1)));
    }

    private static @Nullable VoteStep step(Vote vote, List<Candidate> candidates) {
        return switch (vote.state()) {
            case OPEN -> VoteStep.COUNT;
            case CLOSED ->
                vote.kind() == VoteKind.ELECTION && vote.outcome() == VoteOutcome.TIED ? VoteStep.SECOND_ROUND : null;
            case DRAFT -> {
                if (vote.seats() == null) {
                    yield VoteStep.OPEN;
                }
                if (candidates.isEmpty()) {
                    yield null;
                }
                yield VotePolicy.isAcclaimed(candidates.size(), vote.seats()) ? VoteStep.ACCLAIM : VoteStep.OPEN;
            }
        };
    }
}
