package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.convergence.plan.reading.domain.outline.Mark.Kind;
import org.convergence.plan.reading.domain.text.PlanRefused;
import org.convergence.plan.reading.domain.text.PlanRefused.Reason;
import org.jspecify.annotations.Nullable;

/** Sorts the blocks of a plan into its title, its parts outside the objectives, and each objective with its content. */
final class OutlineBuilder {

    private static final Set<SectionKind> ENDS = Set.of(SectionKind.CONCLUSION, SectionKind.ANNEX, SectionKind.TEAM);

    private static final int NAMES = 2;
    private static final int LONGEST_NAME = 80;

    private final List<Block> blocks;
    private final ObjectiveFinder finder;
    private final TitlesTwice titles;
    private final List<PartOfPlan> parts = new ArrayList<>();
    private final List<Node> objectives = new ArrayList<>();
    private final List<Block> repeated = new ArrayList<>();
    private final List<Block> captions = new ArrayList<>();
    private final int lastLine;
    private @Nullable Block title;
    private PartOfPlan part = new PartOfPlan(null);
    private @Nullable Branch branch;

    OutlineBuilder(List<Block> blocks, List<Warning> warnings) {
        this.blocks = blocks;
        this.lastLine = lastLine(blocks);
        this.finder = new ObjectiveFinder(blocks);
        String key = finder.find();
        if (key == null) {
            throw new PlanRefused(Reason.NO_HEADING);
        }
        this.titles = TitlesTwice.among(blocks, finder.places(key), finder, warnings);
    }

    Outline build() {
        for (int i = 0; i < blocks.size(); i++) {
            take(i);
        }
        endPart();
        return new Outline(title, parts, objectives, repeated, captions);
    }

    private void take(int i) {
        Block block = blocks.get(i);
        Branch open = branch;
        if (block.mark().key().equals(TableReader.CAPTION)) {
            captions.add(block);
        } else if (titles.isObjective(i)) {
            objective(block, titles.isAlone(i));
        } else if (titles.isRepeated(i)) {
            if (open == null) {
                part.addObjectiveTitle(block);
            } else {
                repeated.add(block);
            }
        } else if (open != null && leavesTable(block)) {
            endPart();
            branch = null;
            part = new PartOfPlan(null, true);
            part.add(block);
        } else if (open != null && !ends(block, i)) {
            Block said = isAim(block, i)
                    ? block.as(Mark.NONE.withWritten(block.mark().written()))
                    : block;
            open.take(said, isOverList(i));
        } else if (open == null && isTitle(block)) {
            if (title != null) {
                part.add(title);
            }
            title = block;
        } else if (isHeading(block) || open != null) {
            heading(block);
        } else {
            part.add(block);
        }
    }

    private void objective(Block block, boolean alone) {
        Node node = new Node(block);
        objectives.add(node);
        if (!alone) {
            endPart();
            branch = new Branch(node);
        }
    }

    private void heading(Block block) {
        if (title == null && part.isEmpty() && parts.isEmpty() && SectionKind.of(block.text()) == null) {
            title = block;
            return;
        }
        endPart();
        branch = null;
        part = new PartOfPlan(block);
    }

    private void endPart() {
        if (!part.isEmpty()) {
            parts.add(part);
        }
        part = new PartOfPlan(null);
    }

    private static boolean isHeading(Block block) {
        boolean shown = block.mark().is(Kind.TITLE) && !block.mark().key().equals("T:plain");
        boolean word = block.mark().is(Kind.WORD) && SectionKind.of(block.mark().written()) == SectionKind.PRIORITY;
        boolean named = block.mark().is(Kind.NONE)
                || block.mark().is(Kind.TITLE)
                || block.mark().is(Kind.NUMBER);
        return shown || word || (named && block.look().gap() && SectionKind.of(block.text()) != null);
    }

    /** At the beginning of the file, the line that mentions a plan; until there is one, the first heading. */
    private boolean isTitle(Block block) {
        Block before = title;
        boolean atStart = parts.isEmpty()
                && part.heading() == null
                && part.blocks().size() <= NAMES
                && part.blocks().stream().allMatch(OutlineBuilder::mayBeName);
        boolean named = ObjectiveFinder.speaksOfPlan(block.text());
        boolean better = before == null || !ObjectiveFinder.speaksOfPlan(before.text());
        boolean line = block.mark().is(Kind.NONE) || block.mark().is(Kind.TITLE);
        return atStart && line && named && better && !Words.endsSentence(block.text());
    }

    /** A line before the title may name the organisation. */
    private static boolean mayBeName(Block block) {
        return block.text().length() <= LONGEST_NAME && !Words.endsSentence(block.text());
    }

    /** A title that belongs to no objective ends the objective before it. */
    private boolean ends(Block block, int i) {
        if (isOverRepeated(block, i) || isOverLastWords(block, i)) {
            return true;
        }
        Node last = objectives.get(objectives.size() - 1);
        int heading = block.look().heading();
        int own = last.block().look().heading();
        if (block.mark().is(Kind.TITLE)
                && block.mark().key().equals(last.block().mark().key())) {
            return true;
        }
        if (heading > 0 && own > 0) {
            return block.mark().is(Kind.TITLE) && heading <= own;
        }
        SectionKind kind = SectionKind.of(block.text());
        boolean plain = block.mark().is(Kind.NONE) || block.mark().key().equals("T:plain");
        if (plain) {
            return kind != null && ENDS.contains(kind) && block.look().gap() && !isOverList(i);
        }
        boolean number = block.mark().is(Kind.NUMBER)
                && block.mark().depth() == 1
                && !block.mark().isItem();
        return kind != null
                && (block.mark().is(Kind.TITLE) || number)
                && last.block().mark().depth() <= 1;
    }

    /** After the last line of the plan, a separate line above a sentence is the title of a part, whatever its text. */
    private boolean isOverLastWords(Block block, int i) {
        boolean line = block.mark().is(Kind.TITLE) || block.mark().is(Kind.NONE);
        return i > lastLine
                && line
                && !objectives.get(objectives.size() - 1).children().isEmpty()
                && block.look().gap()
                && mayBeName(block)
                && i + 1 < blocks.size()
                && Words.endsSentence(blocks.get(i + 1).text());
    }

    /** The index of the last block announced as a line of a plan, or -1. */
    private static int lastLine(List<Block> blocks) {
        int i = blocks.size() - 1;
        while (i >= 0
                && (blocks.get(i).mark().is(Kind.NONE) || blocks.get(i).mark().is(Kind.TITLE))) {
            i--;
        }
        return i;
    }

    /** "Objectif : …" above lines with the number of the objective describes the purpose of the objective. */
    private boolean isAim(Block block, int i) {
        if (!block.mark().is(Kind.WORD)
                || block.mark().code() != null
                || block.mark().rank() != Mark.Rank.TOP) {
            return false;
        }
        int next = i + 1;
        while (next < blocks.size() && blocks.get(next).mark().is(Kind.NONE)) {
            next++;
        }
        return next < blocks.size()
                && blocks.get(next).mark().is(Kind.NUMBER)
                && blocks.get(next).mark().depth() > 1;
    }

    /** A paragraph after a table that holds the objectives themselves belongs to no line of it. */
    private boolean leavesTable(Block block) {
        Block last = objectives.get(objectives.size() - 1).block();
        return last.cell() != null
                && block.cell() == null
                && block.mark().is(Kind.NONE)
                && block.look().heading() == 0;
    }

    /** A separate line just before repeated titles of objectives, as above a summary at the end. */
    private boolean isOverRepeated(Block block, int i) {
        boolean line = block.mark().is(Kind.TITLE) || block.mark().is(Kind.NONE);
        return line && block.look().gap() && mayBeName(block) && i + 1 < blocks.size() && titles.isRepeated(i + 1);
    }

    /** Lines of a list follow after at most two paragraphs. */
    private boolean isOverList(int place) {
        int paragraphs = 0;
        for (int i = place + 1; i < blocks.size() && paragraphs <= 2; i++) {
            Mark mark = blocks.get(i).mark();
            if (mark.is(Kind.BULLET) || mark.is(Kind.NUMBER)) {
                return true;
            }
            if (mark.is(Kind.WORD) || mark.is(Kind.COLUMN)) {
                return mark.depth() > 1 || mark.rank() != Mark.Rank.TOP;
            }
            if (mark.is(Kind.TITLE)
                    && mark.key().equals(blocks.get(place).mark().key())) {
                return false;
            }
            paragraphs += mark.is(Kind.NONE) ? 1 : 0;
        }
        return false;
    }
}
