package org.convergence.outreach.assembly.domain;

import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.document.Document;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.MarkdownBlocks;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;

/** Builds the paper of an agenda. */
final class AgendaPaperAssembler {

    private AgendaPaperAssembler() {}

    /** @param apart the papers that are not bound into the same file */
    static Paper assemble(Agenda agenda, List<Document> apart, String organisation, Words t) {
        Meeting meeting = agenda.meeting();
        String when = t.say(
                "assembly.paper.when",
                t.dayAndDate(meeting.day()),
                t.time(meeting.plan().begins().toLocalTime()));
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(t.say("assembly.agenda"), agenda(agenda, t)));
        for (int number = 1; number <= agenda.points().size(); number++) {
            Agenda.AgendaItemDetails point = agenda.points().get(number - 1);
            List<Block> blocks = blocks(point, apart, t);
            if (agenda.findReturningItem().filter(point.id()::equals).isPresent()) {
                blocks.addAll(ReturningMatterFormatter.format(agenda.returns(), t));
            }
            if (!blocks.isEmpty()) {
                sections.add(Section.of(number + ". " + point.title(), blocks));
            }
        }
        if (agenda.findReturningItem().isEmpty() && !agenda.returns().isEmpty()) {
            sections.add(
                    Section.of(t.say("assembly.follow-ups"), ReturningMatterFormatter.format(agenda.returns(), t)));
        }
        return new Paper(
                agenda.title(),
                t.capital(when),
                organisation,
                t.say("assembly.paper.description", agenda.title(), when),
                sections,
                Paper.Layout.PLAIN);
    }

    private static List<Block> agenda(Agenda agenda, Words t) {
        List<Block> blocks = new ArrayList<>();
        Meeting.MeetingPlan plan = agenda.meeting().plan();
        if (plan.place() != null) {
            blocks.add(Block.text(plan.place()));
        }
        if (plan.online() != null) {
            blocks.add(new Block.Paragraph(List.of(Inline.link(plan.online(), plan.online()))));
        }
        blocks.add(new Block.ItemList(
                true,
                agenda.points().stream()
                        .map(point -> List.of(Block.text(
                                point.asked().isEmpty() ? point.title() : t.say("assembly.paper.asks", point.title()))))
                        .toList()));
        return blocks;
    }

    private static List<Block> blocks(Agenda.AgendaItemDetails point, List<Document> apart, Words t) {
        List<Block> blocks = new ArrayList<>(MarkdownBlocks.parse(point.note()));
        if (!point.asked().isEmpty()) {
            blocks.add(new Block.Note(Inline.of(t.say("assembly.paper.asked", point.asked()))));
        }
        if (!point.papers().isEmpty()) {
            blocks.add(new Block.Subheading(t.say("assembly.papers")));
            blocks.add(new Block.ItemList(
                    false,
                    point.papers().stream()
                            .map(paper -> List.of(Block.text(
                                    apart.contains(paper)
                                            ? t.say("assembly.paper.apart", paper.name())
                                            : t.say("assembly.paper.follows", paper.name()))))
                            .toList()));
        }
        return blocks;
    }
}
