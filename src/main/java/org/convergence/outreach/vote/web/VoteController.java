package org.convergence.outreach.vote.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.ElectionService;
import org.convergence.outreach.vote.domain.OnlinePoll.PollCount;
import org.convergence.outreach.vote.domain.OnlinePollService;
import org.convergence.outreach.vote.domain.Vote;
import org.convergence.outreach.vote.domain.Vote.CountedHands;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.Vote.VoteKind;
import org.convergence.outreach.vote.domain.Vote.VoteMethod;
import org.convergence.outreach.vote.domain.VoteQueries;
import org.convergence.outreach.vote.domain.VoteService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Prepares, opens, counts and closes the votes of an assembly. */
@Controller
@RequestMapping("/outreach/vote")
@Requires(VotePermissions.COUNT)
record VoteController(
        VoteService votes,
        ElectionService elections,
        VoteQueries queries,
        OnlinePollService polls,
        VotePageAssembler pages) {

    @GetMapping("/meetings/{meeting}/votes")
    @Requires(VotePermissions.READ)
    ModelAndView list(@PathVariable MeetingId meeting, Words t) {
        return PageView.of("outreach/vote/votes", pages.assembleList(meeting, t));
    }

    @GetMapping("/meetings/{meeting}/votes/new")
    ModelAndView prepare(@PathVariable MeetingId meeting, Words t) {
        return newPage(meeting, Form.blank().with("kind", VoteKind.TEXT).with("method", VoteMethod.HANDS), t);
    }

    private ModelAndView newPage(MeetingId meeting, Form form, Words t) {
        return PageView.of("outreach/vote/new", pages.assembleNew(meeting, form, t));
    }

    @PostMapping("/meetings/{meeting}/votes/new")
    ModelAndView create(@PathVariable MeetingId meeting, Form form, Words t) {
        return form.submit(
                VoteForm::readVote,
                facts -> SeeOther.to(VotePageAssembler.url(votes.create(meeting, facts)))
                        .withNotice("vote.created"),
                () -> newPage(meeting, form, t));
    }

    @GetMapping("/votes/{id}")
    @Requires(VotePermissions.READ)
    ModelAndView show(@PathVariable VoteId id, Words t) {
        return PageView.of("outreach/vote/vote", pages.assemble(id, null, null, t));
    }

    /** Does one thing with a vote, or shows its page again with the reason why not. */
    private ModelAndView act(VoteId id, Form form, Words t, Supplier<ModelAndView> work) {
        return form.submit(
                answers -> work,
                Supplier::get,
                () -> PageView.of("outreach/vote/vote", pages.assemble(id, form, null, t)));
    }

    private static SeeOther to(VoteId id) {
        return SeeOther.to(VotePageAssembler.url(id));
    }

    @PostMapping("/votes/{id}/open")
    ModelAndView open(@PathVariable VoteId id, Form form, Words t) {
        return form.submit(
                VoteForm::readOpening,
                opening -> {
                    votes.open(id, opening);
                    return to(id).withNotice(
                                    "vote.opened",
                                    Objects.requireNonNull(queries.findById(id).present()));
                },
                () -> PageView.of("outreach/vote/vote", pages.assemble(id, form, null, t)));
    }

    @PostMapping("/votes/{id}/take-back")
    ModelAndView takeBack(@PathVariable VoteId id, Form form, Words t) {
        return act(id, form, t, () -> {
            votes.takeBack(id);
            return to(id).withNotice("vote.taken-back");
        });
    }

    @PostMapping("/votes/{id}/acclaim")
    ModelAndView acclaim(@PathVariable VoteId id, Form form, Words t) {
        return act(id, form, t, () -> {
            elections.acclaim(id);
            return to(id).withNotice("vote.closed");
        });
    }

    @PostMapping("/votes/{id}/second-round")
    ModelAndView secondRound(@PathVariable VoteId id, Form form, Words t) {
        return act(id, form, t, () -> to(elections.createSecondRound(id)).withNotice("vote.second-round.created"));
    }

    @PostMapping("/votes/{id}/delete")
    ModelAndView delete(@PathVariable VoteId id, Form form, Words t) {
        MeetingId meeting = queries.findById(id).meeting();
        return act(id, form, t, () -> {
            votes.delete(id);
            return SeeOther.to(VotePageAssembler.votesUrl(meeting)).withNotice("vote.deleted");
        });
    }

    @PostMapping("/votes/{id}/close")
    ModelAndView close(@PathVariable VoteId id, Form form, Words t) {
        Vote vote = queries.findById(id);
        var candidates = queries.findByMeeting(vote.meeting()).candidatesOf(id);
        return form.submit(
                answers -> VoteForm.readCount(vote, VoteForm.readVoices(candidates, answers), answers),
                counted -> {
                    if (vote.kind() == VoteKind.ELECTION) {
                        elections.close(id, counted);
                    } else {
                        votes.close(id, counted);
                    }
                    return to(id).withNotice("vote.closed");
                },
                () -> PageView.of("outreach/vote/vote", pages.assemble(id, form, null, t)));
    }

    private record HybridHands(CountedHands hall, @Nullable PollCount poll) {}

    /** Adds the hands of the hall and those of a video call, and closes nothing; the report is read and not kept. */
    @PostMapping("/votes/{id}/online")
    ModelAndView addOnline(@PathVariable VoteId id, Form form, Words t) {
        return form.submit(
                answers -> new HybridHands(VoteForm.readHall(answers), readPoll(id, answers)),
                hands -> PageView.of(
                        "outreach/vote/vote",
                        pages.assembleOnline(id, hands.hall(), Objects.requireNonNull(hands.poll()), t)),
                () -> PageView.of("outreach/vote/vote", pages.assembleOnline(id, form, t)));
    }

    private @Nullable PollCount readPoll(VoteId id, FormValues answers) {
        MultipartFile file = answers.file("file");
        if (file == null) {
            answers.reject("file", "shell.form.required");
            return null;
        }
        try (InputStream in = file.getInputStream()) {
            return polls.count(id, in);
        } catch (Refused unreadable) {
            answers.reject("file", unreadable.messageKey(), unreadable.arguments());
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/votes/{id}/amendments")
    ModelAndView amend(@PathVariable VoteId id, Form form, Words t) {
        return form.submit(
                VoteForm::readAmendment,
                it -> {
                    votes.amend(id, it.passage(), it.replacement(), it.method());
                    return to(id).withNotice("vote.amended");
                },
                () -> PageView.of("outreach/vote/vote", pages.assemble(id, null, form, t)));
    }

    @PostMapping("/votes/{id}/candidates")
    ModelAndView addCandidate(@PathVariable VoteId id, Form form, Words t) {
        return form.submit(
                answers -> {
                    String name = answers.get(VoteForm.NAME);
                    String interests = answers.textOrEmpty(VoteForm.INTERESTS);
                    return (Runnable) () -> elections.addCandidate(id, name, interests);
                },
                work -> {
                    work.run();
                    return to(id).withNotice("vote.candidate.added");
                },
                () -> PageView.of("outreach/vote/vote", pages.assemble(id, null, form, t)));
    }

    @PostMapping("/votes/{id}/candidates/{candidate}/delete")
    ModelAndView deleteCandidate(@PathVariable VoteId id, @PathVariable UUID candidate, Form form, Words t) {
        return act(id, form, t, () -> {
            elections.deleteCandidate(id, candidate);
            return to(id).withNotice("vote.candidate.deleted");
        });
    }
}
