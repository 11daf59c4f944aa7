package org.convergence.outreach.vote.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.convergence.outreach.assembly.domain.ResolutionFormatter;
import org.convergence.outreach.vote.domain.Vote.Candidate;
import org.convergence.outreach.vote.domain.Vote.NamedBallot;
import org.convergence.outreach.vote.domain.Vote.VoteKind;
import org.convergence.outreach.vote.domain.Vote.VoteMethod;
import org.convergence.outreach.vote.domain.VotePolicy.BallotChoice;
import org.convergence.outreach.vote.domain.VotePolicy.VoteOutcome;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;

/** Formats votes and their results, as the chair announces them and the minutes tell them. */
public final class VoteFormatter {

    /** Of a text that stands as a resolution below. */
    private static final int LONGEST_TEXT = 140;

    private VoteFormatter() {}

    /** The text; of an amendment « remplacer « X » par « Y » ». */
    public static String formatText(Vote vote, Words t) {
        String passage = vote.passage();
        if (passage == null) {
            return vote.text();
        }
        String kind = passage.isEmpty() ? "add" : vote.text().isEmpty() ? "strike" : "replace";
        return t.say("vote.amendment." + kind, passage, vote.text());
    }

    /** « Adopté : 31 pour, 12 contre, 2 abstentions, pour 50 cartons présents. », or the result of an election. */
    public static String formatResult(Vote vote, List<Candidate> candidates, Words t) {
        return formatOutcome(vote, candidates, t)
                + ResolutionFormatter.formatLackOfQuorum(vote.quorumPresent(), vote.quorumRequired(), t);
    }

    private static String formatOutcome(Vote vote, List<Candidate> candidates, Words t) {
        VoteOutcome outcome = Objects.requireNonNull(vote.outcome());
        if (vote.kind() != VoteKind.ELECTION) {
            return t.say("vote.result." + outcome, vote.inFavour(), vote.against(), vote.abstained(), vote.present());
        }
        List<Candidate> elected = candidates.stream().filter(Candidate::elected).toList();
        String result = elected.isEmpty()
                ? t.say("vote.result.none")
                : t.say(
                        outcome == VoteOutcome.ACCLAIMED ? "vote.result.ACCLAIMED" : "vote.result.ELECTED",
                        t.list(elected.stream().map(each -> format(each, t)).toList()));
        if (outcome != VoteOutcome.TIED) {
            return result;
        }
        List<Candidate> tied = ElectionService.findTied(candidates);
        return result + " "
                + t.say(
                        "vote.result.tied",
                        t.list(tied.stream().map(each -> format(each, t)).toList()),
                        Objects.requireNonNull(vote.seats()) - elected.size());
    }

    private static String format(Candidate candidate, Words t) {
        return candidate.voices() == null
                ? candidate.name()
                : t.say("vote.candidate.voices", candidate.name(), candidate.voices());
    }

    /** « Scrutin secret sur papier, dépouillé par A et B : 50 bulletins distribués, 48 rendus, 1 rejeté. » */
    public static String formatBatch(Vote vote, Words t) {
        return t.say(
                "vote.batch", vote.scrutineer(), vote.second(), vote.distributed(), vote.returned(), vote.spoilt());
    }

    /** « Pour : FNT (12 cartons), SEP (3 cartons) », for each choice that was made. */
    public static List<String> formatBallots(Vote vote, List<NamedBallot> ballots, Words t) {
        List<String> lines = new ArrayList<>();
        for (BallotChoice choice : BallotChoice.values()) {
            String names = ballots.stream()
                    .filter(each -> each.vote().equals(vote.id()) && each.choice() == choice)
                    .map(each -> t.say("vote.ballot.of", each.delegation(), each.name(), each.cards()))
                    .collect(Collectors.joining(", "));
            if (!names.isEmpty()) {
                lines.add(t.say("vote.ballots." + choice, names));
            }
        }
        return lines;
    }

    /** « Proposé par Éva Roy (FNT), appuyé par Ali Diop (SEP). »; empty if it was not recorded. */
    public static String formatMovers(Vote vote, Words t) {
        if (vote.mover() == null) {
            return "";
        }
        return vote.seconder() == null
                ? t.say("vote.moved", vote.mover())
                : t.say("vote.moved.seconded", vote.mover(), vote.seconder());
    }

    /** What the minutes tell beside a resolution; empty for a text voted by hands, which its resolution tells whole. */
    static String formatMinutes(Vote vote, VoteQueries.MeetingVotes all, Words t) {
        List<String> parts = new ArrayList<>();
        if (vote.kind() != VoteKind.TEXT) {
            parts.add(t.say(
                    "vote.minutes." + vote.kind(),
                    formatText(vote, t),
                    formatResult(vote, all.candidatesOf(vote.id()), t)));
            if (vote.mover() != null) {
                parts.add(formatMovers(vote, t));
            }
        } else if (vote.method() != VoteMethod.HANDS) {
            parts.add(t.say("vote.minutes.TEXT", TextShortener.shorten(vote.text(), LONGEST_TEXT)));
        }
        if (vote.distributed() != null) {
            parts.add(formatBatch(vote, t));
        }
        if (vote.method() == VoteMethod.NOMINAL) {
            parts.add(t.say("vote.minutes.nominal", String.join("; ", formatBallots(vote, all.ballots(), t))));
        }
        return String.join(" ", parts);
    }
}
