package org.convergence.plan.report.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.report.SectionKind;
import org.convergence.plan.report.domain.Contents.Part;
import org.convergence.plan.report.domain.Contents.Standing;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Prose;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;

/** A line in a note: its states, its realisations, late actions with reasons, waiting ones, and its assessment. */
public final class LineBlocks {

    /** Maximum number of realisations named; the figure links to all. */
    private static final int NAMED = 2;

    private static final Pattern ENDS = Pattern.compile("[.?!…]$");

    private final Contents contents;
    private final Words t;

    public LineBlocks(Contents contents, Words t) {
        this.contents = contents;
        this.t = t;
    }

    /** For an objective, its text; for a means, the facts and then the text. */
    List<Block> of(Part part) {
        List<Block> blocks = new ArrayList<>();
        List<Block> written = Prose.of(part.text());
        if (part.kind() == SectionKind.MEANS) {
            List<Block> facts = facts(part);
            boolean silent = written.isEmpty()
                    && part.standing().isEmpty()
                    && contents.serving(part.line()).isEmpty();
            if (silent) {
                return List.of();
            }
            blocks.addAll(facts);
        }
        blocks.addAll(written);
        return blocks;
    }

    /** The blocks of a means, with its name at the head of the first paragraph instead of above. */
    static List<Block> named(Section means) {
        List<Block> blocks = new ArrayList<>(means.blocks());
        if (blocks.get(0) instanceof Block.Paragraph first) {
            List<Inline> parts = new ArrayList<>();
            parts.add(new Inline.Strong(
                    Inline.of(means.heading() + (ENDS.matcher(means.heading()).find() ? "" : "."))));
            parts.add(new Inline.Words(" "));
            parts.addAll(first.parts());
            blocks.set(0, new Block.Paragraph(parts));
        }
        return blocks;
    }

    /** The facts alone, for the person about to write the text. */
    public List<Block> facts(Part part) {
        List<Block> blocks = new ArrayList<>();
        List<Fact> served = contents.serving(part.line());
        String states = FigureWords.states(part.states(), t);
        List<Inline> line = new ArrayList<>();
        if (!states.isEmpty()) {
            line.add(new Inline.Words(t.say("report.note.states", states) + " "));
        }
        if (served.isEmpty()) {
            line.add(new Inline.Words(t.say("report.paper.nothing-done")));
            blocks.add(new Block.Paragraph(line));
        } else {
            line.addAll(new FigureBlocks(contents, t).inline(part.line(), served, false));
            line.add(new Inline.Words(" – "));
            line.addAll(titles(part, served));
            blocks.add(new Block.Paragraph(line));
        }
        if (!part.standing().isEmpty()) {
            List<List<Block>> items = new ArrayList<>();
            part.standing(ActionState.LATE).forEach(each -> items.add(List.of(late(each))));
            part.standing(ActionState.POSTPONED).forEach(each -> items.add(List.of(waits(each))));
            blocks.add(new Block.Items(false, items));
        }
        return blocks;
    }

    /** The latest first, by last day; those not named are counted. */
    private List<Inline> titles(Part part, List<Fact> served) {
        List<Inline> line = new ArrayList<>();
        int first = Math.max(0, served.size() - NAMED);
        for (int i = served.size() - 1; i >= first; i--) {
            Fact fact = served.get(i);
            Fact.Count count = fact.count();
            String day = t.shortDay(fact.to());
            line.add(new Inline.Words((line.isEmpty() ? "" : " · ")
                    + (count == null || count.total() == 0
                            ? t.say("report.note.one", fact.title(), day)
                            : t.say("report.note.one-counted", fact.title(), day, count.total()))));
        }
        if (first > 0) {
            String address = EvidenceAddress.of(contents.head().id(), Choice.of(part.line(), Counted.REALISATIONS));
            String words = t.say("report.note.more", first);
            line.add(new Inline.Words(" · "));
            line.add(address.isEmpty() ? new Inline.Words(words) : Inline.link(address, words));
        }
        return line;
    }

    private Block late(Standing action) {
        String since = action.since() == null
                ? t.say("report.note.late-rhythm")
                : t.say("report.note.late-since", action.since());
        return standing(since, action);
    }

    private Block waits(Standing action) {
        return standing(t.say("report.note.waits"), action);
    }

    private Block standing(String state, Standing action) {
        List<Inline> parts = new ArrayList<>();
        parts.add(new Inline.Strong(Inline.of(state)));
        parts.add(new Inline.Words(" " + action.label() + " "));
        parts.add(
                action.reason().isBlank()
                        ? new Inline.Emphasis(Inline.of(t.say("report.note.no-reason")))
                        : new Inline.Words("– " + action.reason()));
        return new Block.Paragraph(parts);
    }
}
