package org.convergence.outreach.assembly.domain;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.outreach.assembly.MeetingRollSource.MinutesVote;
import org.convergence.outreach.assembly.domain.MinutesQueries.DeclaredInterest;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.MarkdownBlocks;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Builds the paper of minutes, as boards in Québec write them (R-GOV-14). */
final class MinutesPaperAssembler {

    private final MinutesContent it;
    private final Words t;

    private MinutesPaperAssembler(MinutesContent it, Words t) {
        this.it = it;
        this.t = t;
    }

    /** The content of minutes. */
    record MinutesContent(
            Agenda agenda,
            MeetingAttendance present,
            List<ResolutionDetails> passed,
            List<FollowUpDetails> asked,
            List<DeclaredInterest> interests,
            List<MinutesVote> votes) {

        Meeting meeting() {
            return agenda.meeting();
        }

        MinutesContent withMeeting(Meeting next) {
            return new MinutesContent(agenda.withMeeting(next), present, passed, asked, interests, votes);
        }
    }

    static Paper assemble(MinutesContent it, String organisation, Words t) {
        MinutesPaperAssembler paper = new MinutesPaperAssembler(it, t);
        String title = t.say(
                it.meeting().minutesState() == MinutesState.DRAFT ? "assembly.paper.draft" : "assembly.paper.minutes");
        String what = t.say(
                "assembly.paper.meeting",
                it.agenda().title(),
                t.dayAndDate(it.meeting().day()));
        return new Paper(
                title,
                what,
                organisation,
                t.say("assembly.paper.minutes.description", what, organisation),
                List.of(
                        Section.of(t.say("assembly.paper.attendance"), paper.attendance()),
                        Section.of(t.say("assembly.paper.proceedings"), paper.proceedings())));
    }

    private List<Block> attendance() {
        List<Block> blocks = new ArrayList<>();
        Meeting.MeetingProceedings sitting = it.meeting().sitting();
        String where = AssemblyFormatter.formatHeldPlace(it.meeting().plan(), t);
        LocalDateTime opened = sitting.opened() == null ? it.meeting().plan().begins() : sitting.opened();
        blocks.add(Block.text(
                sitting.closed() == null
                        ? t.say("assembly.paper.held", where, t.time(opened.toLocalTime()))
                        : t.say(
                                "assembly.paper.held.until",
                                where,
                                t.time(opened.toLocalTime()),
                                t.time(sitting.closed().toLocalTime()))));
        people(blocks, "assembly.paper.present", MeetingAttendance.SeatAttendance::isRepresented);
        people(
                blocks,
                "assembly.paper.excused",
                each -> each.seat().isHeld() && each.status() == AttendanceStatus.EXCUSED);
        people(
                blocks,
                "assembly.paper.absent",
                each -> each.seat().isHeld() && !each.isRepresented() && each.status() != AttendanceStatus.EXCUSED);
        if (it.present().roll() != null) {
            items(
                    blocks,
                    t.say("assembly.paper.delegations"),
                    it.present().roll().lines());
        }
        items(blocks, t.say("assembly.field.guests"), it.present().guestList());
        LocalDateTime at = sitting.quorumAt() == null ? opened : sitting.quorumAt();
        blocks.add(Block.text(AssemblyFormatter.formatQuorumResult(
                at.toLocalTime(), it.present().notedQuorum(it.meeting()), t)));
        for (MeetingAttendance.SeatAttendance each : it.present().departures()) {
            blocks.add(Block.text(AssemblyFormatter.formatDeparture(each, t)));
        }
        if (sitting.chair() != null) {
            blocks.add(Block.text(t.say("assembly.paper.chair", sitting.chair())));
        }
        if (sitting.secretary() != null) {
            blocks.add(Block.text(t.say("assembly.paper.secretary", sitting.secretary())));
        }
        return blocks;
    }

    private void people(
            List<Block> blocks, String key, java.util.function.Predicate<MeetingAttendance.SeatAttendance> which) {
        items(
                blocks,
                t.say(key),
                it.present().seats().stream()
                        .filter(which)
                        .map(each -> AssemblyFormatter.formatSeatAttendance(each, t))
                        .toList());
    }

    private static void items(List<Block> blocks, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            blocks.add(new Block.Subheading(title));
            blocks.add(new Block.ItemList(
                    false, lines.stream().map(line -> List.of(Block.text(line))).toList()));
        }
    }

    private List<Block> proceedings() {
        List<Block> blocks = new ArrayList<>();
        UUID returns = it.agenda().findReturningItem().orElse(null);
        int number = 0;
        for (Agenda.AgendaItemDetails point : it.agenda().points()) {
            blocks.add(new Block.Subheading(++number + ". " + point.title()));
            int before = blocks.size();
            if (point.id().equals(returns)) {
                blocks.addAll(ReturningMatterFormatter.format(it.agenda().returns(), t));
            }
            it.interests().stream()
                    .filter(each -> each.item().equals(point.id()))
                    .forEach(each -> blocks.add(Block.text(AssemblyFormatter.formatInterest(each, t))));
            blocks.addAll(MarkdownBlocks.parse(point.minutes()));
            it.votes().stream()
                    .filter(each -> each.item().equals(point.id()))
                    .forEach(each -> blocks.add(Block.text(each.sentence())));
            it.passed().stream()
                    .filter(each -> each.item().equals(point.id()))
                    .forEach(each -> blocks.add(resolution(each, t)));
            List<String> asked = it.asked().stream()
                    .filter(each -> each.item().equals(point.id()))
                    .map(each -> t.say("assembly.paper.follow-up", ReturningMatterFormatter.formatFollowUp(each, t)))
                    .toList();
            if (!asked.isEmpty()) {
                blocks.add(new Block.ItemList(
                        false,
                        asked.stream().map(line -> List.of(Block.text(line))).toList()));
            }
            if (blocks.size() == before) {
                blocks.add(
                        new Block.Paragraph(List.of(new Inline.Emphasis(Inline.of(t.say("assembly.paper.nothing"))))));
            }
        }
        blocks.addAll(signatures());
        return blocks;
    }

    /** Its number is part of the quotation, which no page cuts. */
    private static Block resolution(ResolutionDetails each, Words t) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(
                List.of(new Inline.Strong(Inline.of(t.say("assembly.paper.resolution", each.label()))))));
        blocks.addAll(formatDecision(each, t));
        return new Block.Quote(blocks);
    }

    /** The text and vote of a resolution, without its number. */
    static List<Block> formatDecision(ResolutionDetails each, Words t) {
        return List.of(
                Block.text(ResolutionFormatter.formatSentence(each, t)),
                new Block.Paragraph(List.of(new Inline.Emphasis(Inline.of(ResolutionFormatter.formatVote(each, t))))));
    }

    private List<Block> signatures() {
        List<Block> blocks = new ArrayList<>();
        Meeting.MinutesProgress minutes = it.meeting().minutes();
        blocks.add(new Block.Subheading(t.say("assembly.paper.signatures")));
        if (minutes.adoptedOn() == null) {
            blocks.add(new Block.Note(Inline.of(t.say("assembly.paper.not-adopted"))));
            return blocks;
        }
        blocks.add(Block.text(t.say("assembly.paper.adopted", minutes.adoptedOn())));
        if (minutes.signedOn() != null) {
            blocks.add(Block.text(
                    t.say("assembly.paper.signed", minutes.signedOn(), Objects.requireNonNull(minutes.signedBy()))));
        } else {
            blocks.add(signatureLine(
                    t.say("assembly.field.chair"), it.meeting().sitting().chair()));
            blocks.add(signatureLine(
                    t.say("assembly.field.secretary"), it.meeting().sitting().secretary()));
        }
        return blocks;
    }

    /** A signature line, with name and office below. */
    static Block signatureLine(String quality, @Nullable String name) {
        return new Block.Paragraph(List.of(
                new Inline.Break(),
                new Inline.Break(),
                new Inline.InlineText("_".repeat(44)),
                new Inline.Break(),
                new Inline.InlineText(
                        name == null ? quality : name + ", " + quality.toLowerCase(java.util.Locale.ROOT))));
    }
}
