package org.convergence.outreach.vote.web;

import java.util.List;
import java.util.Map;
import org.convergence.outreach.vote.domain.BallotService;
import org.convergence.outreach.vote.domain.BallotService.BallotView;
import org.convergence.outreach.vote.domain.Vote;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.VoteFormatter;
import org.convergence.outreach.vote.domain.VotePolicy.BallotChoice;
import org.convergence.outreach.vote.web.VotePage.BallotPage;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The ballot by name on a delegate's phone: whole by one button, or split. Opening the page changes nothing. */
@Controller
@RequestMapping("/outreach/vote/link/{secret}")
@Open("a link opens the ballot of one delegate")
record BallotLinkController(BallotService ballots) {

    private record BallotInput(VoteId vote, Map<BallotChoice, Integer> parts) {}

    @Bean
    static SecretAddress ballotAddress() {
        return new SecretAddress(BallotService.PATH);
    }

    @GetMapping
    ModelAndView show(@PathVariable String secret, PublicVisit visit) {
        BallotView view = visit.open(secret, () -> ballots.open(secret));
        Form form = Form.blank();
        view.ballot().forEach((choice, cards) -> form.with("cards-" + choice, cards));
        return page(secret, view, form, visit.words(), visit);
    }

    @PostMapping
    ModelAndView cast(@PathVariable String secret, Form form, PublicVisit visit) {
        BallotView view = visit.open(secret, () -> ballots.open(secret));
        Words t = visit.words();
        return form.submit(
                answers -> read(view, answers),
                ballot -> ballots.castByLink(secret, ballot.vote(), ballot.parts()),
                SeeOther.to(action(secret, t)),
                () -> page(secret, ballots.open(secret), form, t, visit));
    }

    private static BallotInput read(BallotView view, FormValues answers) {
        return new BallotInput(new VoteId(answers.id("vote")), VoteForm.readBallot(view.cards(), answers));
    }

    private static String action(String secret, Words t) {
        return BallotService.PATH + secret + "?in=" + t.language().code();
    }

    private ModelAndView page(String secret, BallotView view, Form form, Words t, PublicVisit visit) {
        Vote vote = view.vote();
        String cast = view.ballot().isEmpty()
                ? null
                : t.list(view.ballot().entrySet().stream()
                        .map(each -> t.say("public.vote.part." + each.getKey(), each.getValue()))
                        .toList());
        return PageView.of(
                "outreach/vote/link",
                new BallotPage(
                        t,
                        BallotService.PATH + secret,
                        action(secret, t),
                        visit.otherOptions(t),
                        t.say(
                                "public.vote.delegate",
                                view.delegate().name(),
                                view.delegation().name(),
                                view.delegate().cards()),
                        vote,
                        vote == null ? null : VoteFormatter.formatText(vote, t),
                        vote == null ? null : why(view, t),
                        view.cards(),
                        cast == null ? null : t.say("public.vote.cast", cast),
                        List.of(BallotChoice.values()).stream()
                                .map(each -> Option.of(each, t.say("public.vote.choice." + each)))
                                .toList(),
                        form));
    }

    private static @Nullable String why(BallotView view, Words t) {
        return view.cards() == 0
                ? t.say("public.vote.refused.not-on-roll")
                : view.delegate().present() ? null : t.say("public.vote.refused.left");
    }
}
