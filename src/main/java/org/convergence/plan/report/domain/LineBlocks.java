package org.convergence.plan.report.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.domain.EvidenceFilter.FigureMeasure;
import org.convergence.plan.report.domain.ReportContents.DelayedAction;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.MarkdownBlocks;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;

/** A line in a note: its states, its realisations, late actions with reasons, waiting ones, and its assessment. */
public record LineBlocks(ReportContents contents, Words t) {

    /** Maximum number of realisations named; the figure links to all. */
    private static final int NAMED = 2;

    private static final Pattern ENDS = Pattern.compile("[.?!…]$");

    /** For an objective, its text; for a means, the facts and then the text. */
    List<Block> blocks(ReportPart part) {
        List<Block> blocks = new ArrayList<>();
        List<Block> written = MarkdownBlocks.parse(part.text());
        if (part.kind() == ReportSectionKind.MEANS) {
            List<Block> facts = facts(part);
            boolean silent = written.isEmpty()
                    && part.standing().isEmpty()
                    && part.sheetHours() == null
                    && contents.factsServing(part.line()).isEmpty();
            if (silent) {
                return List.of();
            }
            blocks.addAll(facts);
        }
        blocks.addAll(written);
        return blocks;
    }

    /** The blocks of a means, with its name at the head of the first paragraph instead of above. */
    static List<Block> withInlineHeading(Section means) {
        List<Block> blocks = new ArrayList<>(means.blocks());
        if (blocks.get(0) instanceof Block.Paragraph first) {
            List<Inline> parts = new ArrayList<>();
            parts.add(new Inline.Strong(
                    Inline.of(means.heading() + (ENDS.matcher(means.heading()).find() ? "" : "."))));
            parts.add(new Inline.InlineText(" "));
            parts.addAll(first.parts());
            blocks.set(0, new Block.Paragraph(parts));
        }
        return blocks;
    }

    /** The facts alone, for the person about to write the text. */
    public List<Block> facts(ReportPart part) {
        List<Block> blocks = new ArrayList<>();
        List<ReportFact> served = contents.factsServing(part.line());
        String states = FigureFormatter.states(part.states(), t);
        List<Inline> line = new ArrayList<>();
        if (!states.isEmpty()) {
            line.add(new Inline.InlineText(t.say("report.note.states", states) + " "));
        }
        if (served.isEmpty()) {
            line.add(new Inline.InlineText(t.say("report.paper.nothing-done")));
            blocks.add(new Block.Paragraph(line));
        } else {
            line.addAll(new FigureBlocks(contents, t).inline(part.line(), served, false));
            line.add(new Inline.InlineText(" – "));
            line.addAll(titles(part, served));
            blocks.add(new Block.Paragraph(line));
        }
        new FigureBlocks(contents, t).sheetHours(part).ifPresent(blocks::add);
        if (!part.standing().isEmpty()) {
            List<List<Block>> items = new ArrayList<>();
            part.actionsInState(ActionState.LATE).forEach(each -> items.add(List.of(late(each))));
            part.actionsInState(ActionState.POSTPONED).forEach(each -> items.add(List.of(waits(each))));
            blocks.add(new Block.ItemList(false, items));
        }
        return blocks;
    }

    /** A title and its day, which some titles tell already. */
    static String dated(String told, LocalDate day, Words t) {
        String title = told.replaceFirst("(?<!\\.)\\.$", "");
        return title.contains(t.period(day, day)) ? title : t.say("report.note.one", title, t.shortDay(day));
    }

    /** The latest first, by last day; those not named are counted. */
    private List<Inline> titles(ReportPart part, List<ReportFact> served) {
        List<Inline> line = new ArrayList<>();
        int first = Math.max(0, served.size() - NAMED);
        for (int i = served.size() - 1; i >= first; i--) {
            ReportFact fact = served.get(i);
            ReportFact.FactParticipations count = fact.count();
            String title = dated(fact.title(), fact.to(), t);
            line.add(new Inline.InlineText((line.isEmpty() ? "" : " · ")
                    + (count == null || count.total() == 0
                            ? title
                            : t.say("report.note.one-counted", title, count.total()))));
        }
        if (first > 0) {
            String address = EvidenceFilter.address(
                    contents.head().id(), EvidenceFilter.of(part.line(), FigureMeasure.REALISATIONS));
            String words = t.say("report.note.more", first);
            line.add(new Inline.InlineText(" · "));
            line.add(address.isEmpty() ? new Inline.InlineText(words) : Inline.link(address, words));
        }
        return line;
    }

    private Block late(DelayedAction action) {
        String since = action.since() == null
                ? t.say("report.note.late-rhythm")
                : t.say("report.note.late-since", action.since());
        return standing(since, action);
    }

    private Block waits(DelayedAction action) {
        return standing(t.say("report.note.waits"), action);
    }

    private Block standing(String state, DelayedAction action) {
        List<Inline> parts = new ArrayList<>();
        parts.add(new Inline.Strong(Inline.of(state)));
        parts.add(new Inline.InlineText(
                " " + action.label() + (action.reason().isBlank() ? "" : " – " + action.reason())));
        return new Block.Paragraph(parts);
    }
}
