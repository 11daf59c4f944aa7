package org.convergence.outreach.vote.web;

import java.util.List;
import java.util.Map;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.BallotService;
import org.convergence.outreach.vote.domain.Delegate.DelegateId;
import org.convergence.outreach.vote.domain.Vote;
import org.convergence.outreach.vote.domain.Vote.RollEntry;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.Vote.VoteMethod;
import org.convergence.outreach.vote.domain.Vote.VoteState;
import org.convergence.outreach.vote.domain.VoteFormatter;
import org.convergence.outreach.vote.domain.VotePolicy.BallotChoice;
import org.convergence.outreach.vote.domain.VoteQueries;
import org.convergence.outreach.vote.web.VotePage.RollPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The scrutineer's roll of a vote by name: ballots of delegates without a phone, as they say them (R-VOTE-3). */
@Controller
@RequestMapping("/outreach/vote/votes/{id}/ballots")
@Requires(VotePermissions.COUNT)
record BallotController(VoteQueries queries, BallotService ballots) {

    private static final int MOST = 60;
    private static final int WHOLE_ROLL = 1_000;

    private record ReadBallot(DelegateId delegate, Map<BallotChoice, Integer> parts) {}

    @GetMapping
    ModelAndView show(@PathVariable VoteId id, Form form, Words t) {
        Vote vote = queries.findById(id);
        return vote.method() != VoteMethod.NOMINAL || vote.state() != VoteState.OPEN
                ? SeeOther.to(VotePageAssembler.url(id))
                : page(id, form.value("q"), Form.blank(), t);
    }

    private ModelAndView page(VoteId id, String words, Form form, Words t) {
        return PageView.of(
                "outreach/vote/roll",
                new RollPage(
                        VotePageAssembler.url(id),
                        VoteFormatter.formatText(queries.findById(id), t),
                        words,
                        queries.findRoll(id, words, MOST),
                        List.of(BallotChoice.values()).stream()
                                .map(each -> Option.of(each, t.say("public.vote.choice." + each)))
                                .toList(),
                        form));
    }

    @PostMapping
    ModelAndView cast(@PathVariable VoteId id, Form form, Words t) {
        return form.submit(
                answers -> {
                    DelegateId delegate = new DelegateId(answers.id("delegate"));
                    int cards = queries.findRoll(id, "", WHOLE_ROLL).stream()
                            .filter(each -> each.delegate().equals(delegate))
                            .mapToInt(RollEntry::cards)
                            .sum();
                    return new ReadBallot(delegate, VoteForm.readBallot(cards, answers));
                },
                input -> ballots.cast(id, input.delegate(), input.parts()),
                SeeOther.to(VotePageAssembler.url(id) + "/ballots").withNotice("vote.roll.cast"),
                () -> page(id, form.value("q"), form, t));
    }
}
