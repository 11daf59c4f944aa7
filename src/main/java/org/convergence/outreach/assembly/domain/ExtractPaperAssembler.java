package org.convergence.outreach.assembly.domain;

import java.util.ArrayList;
import java.util.List;
import org.convergence.outreach.assembly.domain.ResolutionFacts.QuorumCheck;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;

/** Builds the paper of one resolution, for a bank or a funder: an extract of the minutes, to be certified. */
final class ExtractPaperAssembler {

    private ExtractPaperAssembler() {}

    static Paper assemble(
            ResolutionDetails it, Meeting meeting, MeetingAttendance present, String organisation, Words t) {
        String what = t.say("assembly.paper.meeting", it.body(), t.dayAndDate(it.day()));
        List<Block> blocks = new ArrayList<>();
        ResolutionDetails.ResolutionRetake retake = it.retake();
        if (!it.isValid()) {
            blocks.add(Block.text(t.say(
                    "assembly.extract.no-quorum",
                    retake == null ? FollowUpState.OPEN.name() : retake.outcome(),
                    it.decidedBy())));
        }
        blocks.add(Block.text(t.say(
                !it.isValid()
                        ? "assembly.extract.met.no-quorum"
                        : present.notedQuorum(meeting).isReached() || it.quorumCheck() == QuorumCheck.CONFIRMED
                                ? "assembly.extract.met.quorum"
                                : "assembly.extract.met",
                it.body(),
                organisation,
                it.day(),
                AssemblyFormatter.formatHeldPlace(meeting.plan(), t))));
        blocks.add(new Block.Quote(MinutesPaperAssembler.formatDecision(it, t)));
        if (meeting.minutes().adoptedOn() == null) {
            blocks.add(new Block.Note(Inline.of(t.say("assembly.extract.not-adopted"))));
        }
        return new Paper(
                t.say("assembly.extract"),
                what,
                organisation,
                t.say("assembly.extract.description", it.label(), what),
                List.of(
                        Section.of(t.say("assembly.paper.resolution", it.label()), blocks),
                        Section.of(
                                t.say("assembly.extract.true-copy"),
                                List.of(
                                        Block.text(t.say(
                                                it.isValid() && !it.isDoubted()
                                                        ? "assembly.extract.certified"
                                                        : "assembly.extract.certified.no-quorum",
                                                it.label(),
                                                organisation)),
                                        Block.text(t.say("assembly.extract.done-at")),
                                        MinutesPaperAssembler.signatureLine(
                                                t.say("assembly.extract.secretary"), null)))));
    }
}
