package org.convergence.outreach.assembly.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.domain.MeetingAttendance;
import org.convergence.outreach.assembly.domain.ResolutionDetails;
import org.convergence.outreach.assembly.domain.ResolutionFacts;
import org.convergence.outreach.assembly.domain.ResolutionFacts.CountReview;
import org.convergence.outreach.assembly.domain.ResolutionFacts.QuorumCheck;
import org.convergence.outreach.assembly.web.ResolutionFormPage.VoteCountChoice;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Reads and fills the form of a resolution. */
final class ResolutionForm {

    private static final int VOICES = 100_000;

    private ResolutionForm() {}

    static Form toForm(ResolutionDetails it) {
        ResolutionFacts facts = it.facts();
        ResolutionFacts.Ballot ballot = facts.ballot();
        return Form.blank()
                .with("text", facts.text())
                .with("proposer", facts.proposer())
                .with("seconder", facts.seconder())
                .with("mode", ballot == null ? "UNANIMOUS" : "VOTE")
                .with("inFavour", ballot == null ? null : ballot.inFavour())
                .with("against", ballot == null ? null : ballot.against())
                .with("abstained", ballot == null ? null : ballot.abstained())
                .with("article", facts.article())
                .with("dissent", facts.dissent())
                .with("ratifies", facts.ratifies())
                .with("reviewOn", facts.reviewOn())
                .with("counted", it.quorumCheck() == QuorumCheck.CONFIRMED ? CountReview.CONFIRMED : null)
                .atVersion(it.version());
    }

    /** What the form says of the people counted for the vote. */
    static CountReview readReview(FormValues answers) {
        CountReview review = answers.optionalChoice("counted", CountReview.class);
        return review == null ? CountReview.NONE : review;
    }

    /** The choice of a resolution whose vote does not agree with the attendance; {@code null} if it does. */
    static @Nullable VoteCountChoice countChoice(
            @Nullable ResolutionDetails before, MeetingAttendance present, Words t) {
        if (before == null || (before.quorumCheck() == null && !before.mayRecount(present))) {
            return null;
        }
        int voices = present.countVotingSeats();
        return before.quorumCheck() == null
                ? new VoteCountChoice(
                        List.of(
                                Option.of(CountReview.NONE, t.say("assembly.field.counted.came")),
                                Option.of(CountReview.RECOUNTED, t.say("assembly.field.counted.with", voices))),
                        null)
                : new VoteCountChoice(
                        List.of(
                                Option.of(CountReview.CONFIRMED, t.say("assembly.field.counted.left")),
                                Option.of(CountReview.RECOUNTED, t.say("assembly.field.counted.without", voices))),
                        t.say("assembly.field.counted.doubted", before.opening().cards()));
    }

    static ResolutionFacts read(Form form, FormValues answers) {
        boolean voted = form.value("mode").equals("VOTE");
        ResolutionFacts.Ballot ballot = voted
                ? new ResolutionFacts.Ballot(
                        answers.wholeNumber("inFavour", 0, VOICES),
                        answers.wholeNumber("against", 0, VOICES),
                        form.filled("abstained") ? answers.wholeNumber("abstained", 0, VOICES) : 0)
                : null;
        String dissent = answers.optionalText("dissent", ResolutionFacts.LONGEST_DISSENT);
        return new ResolutionFacts(
                answers.text("text", ResolutionFacts.LONGEST_TEXT),
                person(answers.optionalId("proposer")),
                person(answers.optionalId("seconder")),
                ballot,
                answers.optionalText("article", 200),
                dissent == null ? "" : dissent,
                answers.optionalId("ratifies"),
                answers.optionalDate("reviewOn"));
    }

    private static @Nullable PersonId person(@Nullable UUID id) {
        return id == null ? null : new PersonId(id);
    }

    /** Possible proposers and seconders: the people present. */
    static List<Option> movers(MeetingAttendance present) {
        List<Option> movers = new ArrayList<>();
        for (MeetingAttendance.SeatAttendance each : present.seats()) {
            MeetingAttendance.AttendingPerson who = each.who();
            if (who != null) {
                var organisation = each.seat().organisation();
                Option option = Option.of(
                        who.person(), organisation == null ? who.name() : who.name() + ", " + organisation.brief());
                if (movers.stream().noneMatch(one -> one.value().equals(option.value()))) {
                    movers.add(option);
                }
            }
        }
        return movers;
    }
}
