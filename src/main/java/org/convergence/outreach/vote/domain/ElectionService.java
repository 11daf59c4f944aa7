package org.convergence.outreach.vote.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.SeatRole;
import org.convergence.outreach.assembly.domain.SeatService;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.Vote.Candidate;
import org.convergence.outreach.vote.domain.Vote.CountedVotes;
import org.convergence.outreach.vote.domain.Vote.VoteFacts;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.Vote.VoteKind;
import org.convergence.outreach.vote.domain.Vote.VoteMethod;
import org.convergence.outreach.vote.domain.VotePolicy.ElectionResult;
import org.convergence.outreach.vote.domain.VotePolicy.PaperBatch;
import org.convergence.outreach.vote.domain.VotePolicy.VoteOutcome;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Elections by seats: candidates with their interests, acclamation, the count on paper, and a second round after a tie. */
@Service
@Transactional
@Requires(VotePermissions.COUNT)
public class ElectionService {

    private final VoteRepository votes;
    private final VoteService voteService;
    private final VoteQueries queries;

    private final SeatService seats;
    private final MeetingQueries meetings;

    ElectionService(
            VoteRepository votes,
            VoteService voteService,
            VoteQueries queries,
            SeatService seats,
            MeetingQueries meetings) {
        this.seats = seats;
        this.meetings = meetings;
        this.votes = votes;
        this.voteService = voteService;
        this.queries = queries;
    }

    /** Adds a candidate with the interests that the candidate declares (R-GOV-10). */
    public void addCandidate(VoteId id, String name, String interests) {
        if (voteService.lockDraft(id).kind() != VoteKind.ELECTION) {
            throw new Refused("vote.refused.candidates");
        }
        votes.addCandidate(id, name, interests);
    }

    /** Deletes a candidate who withdraws before the vote. */
    public void deleteCandidate(VoteId id, UUID candidate) {
        voteService.lockDraft(id);
        votes.deleteCandidate(id, candidate);
    }

    /** Elects all candidates without a vote, as they are not more than the seats. */
    @Transactional(label = "vote.acclaim")
    public void acclaim(VoteId id) {
        Vote vote = voteService.lockDraft(id);
        VoteQueries.MeetingVotes all = queries.findByMeeting(vote.meeting());
        List<Candidate> candidates = all.candidatesOf(id);
        if (vote.seats() == null || candidates.isEmpty() || !VotePolicy.isAcclaimed(candidates.size(), vote.seats())) {
            throw new Refused("vote.refused.contested");
        }
        voteService.openRoll(vote, all);
        candidates.forEach(each -> votes.saveResult(each.id(), null, true));
        votes.close(id, VoteOutcome.ACCLAIMED, null, null, null);
    }

    /**
     * Closes a contested election.
     *
     * @throws Refused if the batch or the voices do not agree with the roll, the election is not open, or a candidate is
     *     on all ballots and that is not to be published even so
     */
    @Transactional(label = "vote.close")
    public VoteOutcome close(VoteId id, CountedVotes counted) {
        Vote vote = voteService.lockOpen(id);
        VotePolicy.requireBatch(counted.batch(), Objects.requireNonNullElse(vote.present(), 0), null);
        PaperBatch batch = Objects.requireNonNull(counted.batch());
        List<Candidate> candidates = queries.findByMeeting(vote.meeting()).candidatesOf(vote.id());
        if (!counted.candidates()
                .keySet()
                .equals(candidates.stream().map(Candidate::id).collect(Collectors.toSet()))) {
            throw new Refused("vote.refused.each-candidate");
        }
        ElectionResult result = VotePolicy.elect(Objects.requireNonNull(vote.seats()), batch, counted.candidates());
        if (!counted.evenUnanimous()) {
            VotePolicy.requireDivided(batch, counted.candidates().values());
        }
        candidates.forEach(each -> votes.saveResult(
                each.id(), counted.candidates().get(each.id()), result.elected().contains(each.id())));
        votes.close(vote.id(), result.outcome(), null, batch, null);
        return result.outcome();
    }

    /** Prepares the second round of a tied election: the tied candidates, for the seats that are left. */
    @Transactional(label = "vote.second-round")
    public VoteId createSecondRound(VoteId id) {
        Vote vote = votes.lock(id);
        List<Candidate> candidates = queries.findByMeeting(vote.meeting()).candidatesOf(id);
        Integer seats = vote.seats();
        if (vote.outcome() != VoteOutcome.TIED || seats == null) {
            throw new Refused("vote.refused.not-tied");
        }
        int left = seats - (int) candidates.stream().filter(Candidate::elected).count();
        VoteId next = voteService.create(
                vote.meeting(),
                new VoteFacts(vote.item(), VoteKind.ELECTION, VoteMethod.PAPER, vote.text(), null, left));
        findTied(candidates).forEach(each -> votes.addCandidate(next, each.name(), each.interests()));
        return next;
    }

    /** A person elected, and the seat. */
    public record ElectedSeat(UUID candidate, PersonId person, UUID seat) {}

    /**
     * Records the mandates of those elected, all or none; the mandate before at each seat ends the day before. One that was
     * noted by hand since the meeting is taken as it is.
     *
     * @param since the first day, not before the meeting
     * @throws Refused if a person was not elected by this vote or has a mandate by it, a seat is named twice, or another
     *     mandate at a seat begins on that day or later
     */
    @Requires(AssemblyPermissions.KEEP)
    @Transactional(label = "vote.seat")
    public void seat(VoteId id, List<ElectedSeat> elected, LocalDate since, @Nullable LocalDate until) {
        Vote vote = votes.lock(id);
        LocalDate day = meetings.findById(vote.meeting()).day();
        if (since.isBefore(day)) {
            throw new Refused("vote.refused.seat-day");
        }
        if (elected.isEmpty()
                || elected.stream().map(ElectedSeat::seat).distinct().count() < elected.size()) {
            throw new Refused(elected.isEmpty() ? "vote.refused.no-seat" : "vote.refused.seat-twice");
        }
        if (elected.stream().map(ElectedSeat::person).distinct().count() < elected.size()) {
            throw new Refused("vote.refused.person-twice");
        }
        Set<UUID> awaited = findAwaited(queries.findByMeeting(vote.meeting()).candidatesOf(id)).stream()
                .map(Candidate::id)
                .collect(Collectors.toSet());
        for (ElectedSeat each : elected) {
            if (!awaited.contains(each.candidate())) {
                throw new Refused("vote.refused.not-elected");
            }
            votes.seat(
                    each.candidate(),
                    seats.findHolder(each.seat(), each.person(), day)
                            .orElseGet(() -> seats.appoint(each.seat(), SeatRole.HOLDER, each.person(), since, until)));
        }
    }

    /** Those elected whose mandate is not recorded yet. */
    public static List<Candidate> findAwaited(List<Candidate> candidates) {
        return candidates.stream()
                .filter(each -> each.elected() && each.mandate() == null)
                .toList();
    }

    /** The tied candidates of a tied election: not elected, with the most voices. */
    public static List<Candidate> findTied(List<Candidate> candidates) {
        int most = candidates.stream()
                .filter(each -> !each.elected())
                .mapToInt(ElectionService::voices)
                .max()
                .orElse(0);
        return candidates.stream()
                .filter(each -> !each.elected() && voices(each) == most)
                .toList();
    }

    private static int voices(Candidate candidate) {
        return candidate.voices() == null ? 0 : candidate.voices();
    }
}
