package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;
import org.convergence.plan.reading.domain.outline.OutlinePart.ReadSectionKind;
import org.convergence.plan.reading.domain.text.PlanRefused;
import org.convergence.plan.reading.domain.text.PlanRefused.PlanRefusalReason;
import org.jspecify.annotations.Nullable;

/** Sorts the blocks of a plan into its title, its parts outside the objectives, and each objective with its content. */
final class OutlineBuilder {

    private static final Set<ReadSectionKind> ENDS =
            Set.of(ReadSectionKind.CONCLUSION, ReadSectionKind.ANNEX, ReadSectionKind.TEAM);

    private static final int NAMES = 2;
    private static final int LONGEST_NAME = 80;

    private final List<TextBlock> blocks;
    private final ObjectiveFinder finder;
    private final DuplicateTitles titles;
    private final List<OutlinePart> parts = new ArrayList<>();
    private final List<OutlineNode> objectives = new ArrayList<>();
    private final List<TextBlock> repeated = new ArrayList<>();
    private final List<TextBlock> captions = new ArrayList<>();
    private final int lastLine;
    private @Nullable TextBlock title;
    private OutlinePart part = new OutlinePart(null);
    private @Nullable ObjectiveTreeBuilder branch;

    OutlineBuilder(List<TextBlock> blocks, List<ReadingWarning> warnings) {
        this.blocks = withPlainFront(blocks);
        this.lastLine = lastLine(this.blocks);
        this.finder = new ObjectiveFinder(this.blocks);
        String key = finder.findKey();
        if (key == null) {
            throw new PlanRefused(PlanRefusalReason.NO_HEADING);
        }
        this.titles = DuplicateTitles.find(this.blocks, finder.indexesOf(key), finder, warnings);
    }

    /**
     * The same blocks; above the line that mentions the plan a name, and below it a period, announce nothing however
     * large they are.
     */
    private static List<TextBlock> withPlainFront(List<TextBlock> blocks) {
        int title = 0;
        while (title <= NAMES
                && title < blocks.size()
                && isLine(blocks.get(title))
                && mayBeName(blocks.get(title))
                && !ObjectiveFinder.mentionsPlan(blocks.get(title).text())) {
            title++;
        }
        if (title > NAMES
                || title >= blocks.size()
                || !isLine(blocks.get(title))
                || !ObjectiveFinder.mentionsPlan(blocks.get(title).text())) {
            return blocks;
        }
        List<TextBlock> out = new ArrayList<>(blocks);
        for (int i = 0;
                i < out.size()
                        && (i <= title || DueDateRange.isPeriod(out.get(i).originalText()));
                i++) {
            TextBlock block = out.get(i);
            out.set(
                    i,
                    i == title
                            ? block
                            : block.withMark(
                                    LineMark.NONE.withWritten(block.mark().written())));
        }
        return out;
    }

    private static boolean isLine(TextBlock block) {
        return block.mark().hasKind(LineMarkKind.NONE) || block.mark().hasKind(LineMarkKind.TITLE);
    }

    Outline build() {
        for (int i = 0; i < blocks.size(); i++) {
            take(i);
        }
        endPart();
        return new Outline(title, parts, objectives, repeated, captions);
    }

    private void take(int i) {
        TextBlock block = blocks.get(i);
        ObjectiveTreeBuilder open = branch;
        if (block.mark().key().equals(OutlineTableReader.CAPTION)) {
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
            part = new OutlinePart(null, true);
            part.add(block);
        } else if (open != null && !ends(block, i)) {
            TextBlock said = isAim(block, i)
                    ? block.withMark(LineMark.NONE.withWritten(block.mark().written()))
                    : block;
            open.add(said, isOverList(i));
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

    private void objective(TextBlock block, boolean alone) {
        OutlineNode node = new OutlineNode(block);
        objectives.add(node);
        if (!alone) {
            endPart();
            branch = new ObjectiveTreeBuilder(node);
        }
    }

    private void heading(TextBlock block) {
        if (title == null && part.isEmpty() && parts.isEmpty() && ReadSectionKind.fromTitle(block.text()) == null) {
            title = block;
            return;
        }
        endPart();
        branch = null;
        part = new OutlinePart(block);
    }

    private void endPart() {
        if (!part.isEmpty()) {
            parts.add(part);
        }
        part = new OutlinePart(null);
    }

    private static boolean isHeading(TextBlock block) {
        boolean shown =
                block.mark().hasKind(LineMarkKind.TITLE) && !block.mark().key().equals("T:plain");
        boolean word = block.mark().hasKind(LineMarkKind.WORD)
                && ReadSectionKind.fromTitle(block.mark().written()) == ReadSectionKind.PRIORITY;
        boolean named = block.mark().hasKind(LineMarkKind.NONE)
                || block.mark().hasKind(LineMarkKind.TITLE)
                || block.mark().hasKind(LineMarkKind.NUMBER);
        return shown || word || (named && block.look().gap() && ReadSectionKind.fromTitle(block.text()) != null);
    }

    /** At the beginning of the file, the line that mentions a plan; until there is one, the first heading. */
    private boolean isTitle(TextBlock block) {
        TextBlock before = title;
        boolean atStart = parts.isEmpty()
                && part.heading() == null
                && part.blocks().size() <= NAMES
                && part.blocks().stream().allMatch(OutlineBuilder::mayBeName);
        boolean named = ObjectiveFinder.mentionsPlan(block.text());
        boolean better = before == null || !ObjectiveFinder.mentionsPlan(before.text());
        return atStart && isLine(block) && named && better && !TextAnalysis.endsSentence(block.text());
    }

    /** A line before the title may name the organisation. */
    private static boolean mayBeName(TextBlock block) {
        return block.text().length() <= LONGEST_NAME && !TextAnalysis.endsSentence(block.text());
    }

    /** A title that belongs to no objective ends the objective before it. */
    private boolean ends(TextBlock block, int i) {
        if (isOverRepeated(block, i) || isOverLastWords(block, i)) {
            return true;
        }
        OutlineNode last = objectives.get(objectives.size() - 1);
        int heading = block.look().heading();
        int own = last.block().look().heading();
        if (block.mark().hasKind(LineMarkKind.TITLE)
                && block.mark().key().equals(last.block().mark().key())) {
            return true;
        }
        if (heading > 0 && own > 0) {
            return block.mark().hasKind(LineMarkKind.TITLE) && heading <= own;
        }
        ReadSectionKind kind = ReadSectionKind.fromTitle(block.text());
        boolean plain =
                block.mark().hasKind(LineMarkKind.NONE) || block.mark().key().equals("T:plain");
        if (plain) {
            return kind != null && ENDS.contains(kind) && block.look().gap() && !isOverList(i);
        }
        boolean number = block.mark().hasKind(LineMarkKind.NUMBER)
                && block.mark().depth() == 1
                && !block.mark().isItem();
        return kind != null
                && (block.mark().hasKind(LineMarkKind.TITLE) || number)
                && last.block().mark().depth() <= 1;
    }

    /** After the last line of the plan, a separate line above a sentence is the title of a part, whatever its text. */
    private boolean isOverLastWords(TextBlock block, int i) {
        return i > lastLine
                && isLine(block)
                && !objectives.get(objectives.size() - 1).children().isEmpty()
                && block.look().gap()
                && mayBeName(block)
                && i + 1 < blocks.size()
                && TextAnalysis.endsSentence(blocks.get(i + 1).text());
    }

    /** The index of the last block announced as a line of a plan, or -1. */
    private static int lastLine(List<TextBlock> blocks) {
        int i = blocks.size() - 1;
        while (i >= 0 && isLine(blocks.get(i))) {
            i--;
        }
        return i;
    }

    /** "Objectif : …" above lines with the number of the objective describes the purpose of the objective. */
    private boolean isAim(TextBlock block, int i) {
        if (!block.mark().hasKind(LineMarkKind.WORD)
                || block.mark().code() != null
                || block.mark().rank() != LineMark.LevelRank.TOP) {
            return false;
        }
        int next = i + 1;
        while (next < blocks.size() && blocks.get(next).mark().hasKind(LineMarkKind.NONE)) {
            next++;
        }
        return next < blocks.size()
                && blocks.get(next).mark().hasKind(LineMarkKind.NUMBER)
                && blocks.get(next).mark().depth() > 1;
    }

    /** A paragraph after a table that holds the objectives themselves belongs to no line of it. */
    private boolean leavesTable(TextBlock block) {
        TextBlock last = objectives.get(objectives.size() - 1).block();
        return last.cell() != null
                && block.cell() == null
                && block.mark().hasKind(LineMarkKind.NONE)
                && block.look().heading() == 0;
    }

    /** A separate line just before repeated titles of objectives, as above a summary at the end. */
    private boolean isOverRepeated(TextBlock block, int i) {
        return isLine(block)
                && block.look().gap()
                && mayBeName(block)
                && i + 1 < blocks.size()
                && titles.isRepeated(i + 1);
    }

    /** Lines of a list follow after at most two paragraphs. */
    private boolean isOverList(int place) {
        int paragraphs = 0;
        for (int i = place + 1; i < blocks.size() && paragraphs <= 2; i++) {
            LineMark mark = blocks.get(i).mark();
            if (mark.hasKind(LineMarkKind.BULLET) || mark.hasKind(LineMarkKind.NUMBER)) {
                return true;
            }
            if (mark.hasKind(LineMarkKind.WORD) || mark.hasKind(LineMarkKind.COLUMN)) {
                return mark.depth() > 1 || mark.rank() != LineMark.LevelRank.TOP;
            }
            if (mark.hasKind(LineMarkKind.TITLE)
                    && mark.key().equals(blocks.get(place).mark().key())) {
                return false;
            }
            paragraphs += mark.hasKind(LineMarkKind.NONE) ? 1 : 0;
        }
        return false;
    }
}
