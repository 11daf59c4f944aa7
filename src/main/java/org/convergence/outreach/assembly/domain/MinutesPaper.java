package org.convergence.outreach.assembly.domain;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.outreach.assembly.domain.MinutesReading.Interest;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Prose;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Builds the paper of minutes, as boards in Québec write them (R-GOV-14). */
final class MinutesPaper {

    private final Account it;
    private final Words t;

    private MinutesPaper(Account it, Words t) {
        this.it = it;
        this.t = t;
    }

    /** The content of minutes. */
    record Account(Agenda agenda, Present present, List<Passed> passed, List<Pending> asked, List<Interest> interests) {

        Meeting meeting() {
            return agenda.meeting();
        }

        Account of(Meeting next) {
            return new Account(agenda.of(next), present, passed, asked, interests);
        }
    }

    static Paper of(Account it, String organisation, Words t) {
        MinutesPaper paper = new MinutesPaper(it, t);
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
        Meeting.Sitting sitting = it.meeting().sitting();
        String where = Saying.held(it.meeting().plan(), t);
        LocalDateTime opened = sitting.opened() == null ? it.meeting().plan().begins() : sitting.opened();
        blocks.add(Block.text(
                sitting.closed() == null
                        ? t.say("assembly.paper.held", where, t.time(opened.toLocalTime()))
                        : t.say(
                                "assembly.paper.held.until",
                                where,
                                t.time(opened.toLocalTime()),
                                t.time(sitting.closed().toLocalTime()))));
        people(blocks, "assembly.paper.present", Present.OfSeat::came);
        people(blocks, "assembly.paper.excused", each -> each.status() == AttendanceStatus.EXCUSED);
        people(blocks, "assembly.paper.absent", each -> !each.came() && each.status() != AttendanceStatus.EXCUSED);
        items(blocks, t.say("assembly.field.guests"), it.present().guestList());
        LocalDateTime at = sitting.quorumAt() == null ? opened : sitting.quorumAt();
        blocks.add(Block.text(Saying.found(at.toLocalTime(), it.present().opening(), t)));
        for (Present.OfSeat each : it.present().departures()) {
            blocks.add(Block.text(Saying.left(each, t)));
        }
        if (sitting.chair() != null) {
            blocks.add(Block.text(t.say("assembly.paper.chair", sitting.chair())));
        }
        if (sitting.secretary() != null) {
            blocks.add(Block.text(t.say("assembly.paper.secretary", sitting.secretary())));
        }
        return blocks;
    }

    private void people(List<Block> blocks, String key, java.util.function.Predicate<Present.OfSeat> which) {
        items(
                blocks,
                t.say(key),
                it.present().seats().stream()
                        .filter(which)
                        .map(each -> Saying.seated(each, t))
                        .toList());
    }

    private static void items(List<Block> blocks, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            blocks.add(new Block.Subheading(title));
            blocks.add(new Block.Items(
                    false, lines.stream().map(line -> List.of(Block.text(line))).toList()));
        }
    }

    private List<Block> proceedings() {
        List<Block> blocks = new ArrayList<>();
        UUID returns = it.agenda().returnsAt().orElse(null);
        int number = 0;
        for (Agenda.Point point : it.agenda().points()) {
            blocks.add(new Block.Subheading(++number + ". " + point.title()));
            if (point.id().equals(returns)) {
                blocks.addAll(ReturningBlocks.of(it.agenda().returns(), t));
            }
            it.interests().stream()
                    .filter(each -> each.item().equals(point.id()))
                    .forEach(each -> blocks.add(Block.text(Saying.interest(each, t))));
            blocks.addAll(Prose.of(point.minutes()));
            it.passed().stream()
                    .filter(each -> each.item().equals(point.id()))
                    .forEach(each -> blocks.addAll(resolution(each, t)));
            List<String> asked = it.asked().stream()
                    .filter(each -> each.item().equals(point.id()))
                    .map(each -> t.say("assembly.paper.follow-up", ReturningBlocks.pending(each, t)))
                    .toList();
            if (!asked.isEmpty()) {
                blocks.add(new Block.Items(
                        false,
                        asked.stream().map(line -> List.of(Block.text(line))).toList()));
            }
        }
        blocks.addAll(signatures());
        return blocks;
    }

    static List<Block> resolution(Passed each, Words t) {
        return List.of(
                new Block.Paragraph(
                        List.of(new Inline.Strong(Inline.of(t.say("assembly.paper.resolution", each.label()))))),
                decided(each, t));
    }

    /** The text and vote of a resolution, without its number. */
    static Block decided(Passed each, Words t) {
        return new Block.Quote(List.of(
                Block.text(ResolutionWords.sentence(each, t)),
                new Block.Paragraph(List.of(new Inline.Emphasis(Inline.of(ResolutionWords.vote(each, t)))))));
    }

    private List<Block> signatures() {
        List<Block> blocks = new ArrayList<>();
        Meeting.Minutes minutes = it.meeting().minutes();
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
            blocks.add(signature(
                    t.say("assembly.field.chair"), it.meeting().sitting().chair()));
            blocks.add(signature(
                    t.say("assembly.field.secretary"), it.meeting().sitting().secretary()));
        }
        return blocks;
    }

    /** A signature line, with name and office below. */
    static Block signature(String quality, @Nullable String name) {
        return new Block.Paragraph(List.of(
                new Inline.Break(),
                new Inline.Break(),
                new Inline.Words("_".repeat(44)),
                new Inline.Break(),
                new Inline.Words(name == null ? quality : name + ", " + quality.toLowerCase(java.util.Locale.ROOT))));
    }
}
