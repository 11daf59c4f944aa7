package org.convergence.plan.reading.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.reading.domain.ReadPlan.ReadAction;
import org.convergence.plan.reading.domain.ReadPlan.ReadCondition;
import org.convergence.plan.reading.domain.ReadPlan.ReadMeans;
import org.convergence.plan.reading.domain.ReadPlan.ReadObjective;
import org.convergence.plan.reading.domain.ReadPlan.ReadWording;
import org.convergence.plan.reading.domain.outline.LineMark;
import org.convergence.plan.reading.domain.outline.LineMark.LevelRank;
import org.convergence.plan.reading.domain.outline.Outline;
import org.convergence.plan.reading.domain.outline.OutlineNode;
import org.convergence.plan.reading.domain.outline.ReadingWarning;
import org.convergence.plan.reading.domain.outline.TextBlock;
import org.convergence.plan.reading.domain.text.ReadingBudget;

/** Converts an outline to objectives, means and actions. */
final class PlanAssembler {

    private final Outline outline;
    private final List<ReadingWarning> warnings;
    private final MeansRecogniser levels;
    private final ConditionReader conditions = new ConditionReader();
    private final AreaReader areas = new AreaReader();
    private final ActionReader actions;

    PlanAssembler(Outline outline, List<ReadingWarning> warnings, ReadingBudget budget) {
        this.outline = outline;
        this.warnings = warnings;
        this.levels = new MeansRecogniser(outline.objectives());
        this.actions = new ActionReader(conditions, warnings, budget, ActionReader.namesOwners(outline.objectives()));
    }

    List<ReadObjective> objectives() {
        CodeCheck codes = new CodeCheck(warnings);
        codes.check(outline.objectives());
        outline.objectives().forEach(node -> codes.check(node.children()));
        return outline.objectives().stream().map(this::objective).toList();
    }

    private ReadObjective objective(OutlineNode node) {
        List<ReadMeans> means = new ArrayList<>();
        List<OutlineNode> loose = new ArrayList<>();
        List<ReadCondition> over = List.of();
        for (OutlineNode.NodePart part : node.parts()) {
            if (part instanceof OutlineNode.ParagraphPart paragraph) {
                over = conditions.readForList(paragraph.block().text());
            } else if (part instanceof OutlineNode.ChildPart child) {
                if (levels.isMeans(child.node())) {
                    addImplied(node, loose, over, means);
                    means.add(means(node, child.node(), over));
                } else {
                    loose.add(child.node());
                }
            }
        }
        addImplied(node, loose, over, means);
        boolean textOnly = means.isEmpty() && !node.paragraphs().isEmpty() && noLinesAnywhere();
        if (textOnly) {
            means.add(textAsActions(node));
        } else if (means.isEmpty()) {
            warn(ReadingWarning.ReadingWarningKind.OBJECTIVE_EMPTY, node);
        }
        String text = textOnly ? "" : ActionReader.paragraphs(node.paragraphs());
        return new ReadObjective(wording(node, text), means);
    }

    private boolean noLinesAnywhere() {
        return outline.objectives().stream().allMatch(node -> node.children().isEmpty());
    }

    /** Inserts one implied means above actions that are directly under an objective. */
    private void addImplied(
            OutlineNode objective, List<OutlineNode> loose, List<ReadCondition> over, List<ReadMeans> means) {
        if (loose.isEmpty()) {
            return;
        }
        warn(ReadingWarning.ReadingWarningKind.MEANS_IMPLIED, objective);
        List<ReadAction> read =
                loose.stream().map(line -> actions.read(line, over)).toList();
        means.add(new ReadMeans(nothing(objective), area(objective, "", "", read), true, read));
        loose.clear();
    }

    private ReadMeans textAsActions(OutlineNode objective) {
        warn(ReadingWarning.ReadingWarningKind.TEXT_TAKEN_AS_ACTION, objective);
        List<ReadAction> read = objective.paragraphs().stream()
                .map(block -> actions.read(block, List.of()))
                .toList();
        return new ReadMeans(nothing(objective), area(objective, "", "", read), true, read);
    }

    private ReadMeans means(OutlineNode objective, OutlineNode node, List<ReadCondition> over) {
        List<ReadAction> read = new ArrayList<>();
        List<ReadCondition> title = new ArrayList<>(
                ActionReader.asInherited(conditions.read(node.block().text(), true)));
        title.addAll(over);
        List<ReadCondition> now = title;
        for (OutlineNode.NodePart part : node.parts()) {
            if (part instanceof OutlineNode.ParagraphPart paragraph) {
                now = new ArrayList<>(conditions.readForList(paragraph.block().text()));
                now.addAll(title);
            } else if (part instanceof OutlineNode.ChildPart child) {
                read.add(actions.read(child.node(), now));
            }
        }
        boolean textOnly = read.isEmpty() && !node.paragraphs().isEmpty();
        if (textOnly) {
            warn(ReadingWarning.ReadingWarningKind.TEXT_TAKEN_AS_ACTION, node);
            node.paragraphs().forEach(block -> read.add(actions.read(block, title)));
        } else if (read.isEmpty()) {
            warn(ReadingWarning.ReadingWarningKind.MEANS_EMPTY, node);
        }
        String text = textOnly ? "" : ActionReader.paragraphs(node.paragraphs());
        return new ReadMeans(wording(node, text), area(objective, node.block().text(), text, read), false, read);
    }

    /** Conditions are left out: "if funded" does not tell what a means is about. */
    private Area area(OutlineNode objective, String title, String text, List<ReadAction> read) {
        StringBuilder body = new StringBuilder(text).append(' ');
        for (ReadAction action : read) {
            String words = action.wording().title() + " " + action.wording().text();
            for (ReadCondition condition : action.conditions()) {
                words = words.replace(condition.words(), " ");
            }
            body.append(words).append(' ');
        }
        return areas.read(objective.block().text(), title, body.toString());
    }

    private static ReadWording nothing(OutlineNode objective) {
        return new ReadWording("", null, "", "", List.of(), objective.block().at());
    }

    /** Columns and captions of a line above the actions stay in its text. */
    private static ReadWording wording(OutlineNode node, String text) {
        TextBlock block = node.block();
        StringBuilder all = new StringBuilder(text);
        for (TextBlock.BlockValue value : node.values()) {
            all.append(all.isEmpty() ? "" : "\n\n").append(value.fullText());
        }
        List<String> labels =
                node.labels().stream().map(TextBlock::originalText).toList();
        return new ReadWording(
                block.mark().written(), block.mark().code(), block.text(), all.toString(), labels, block.at());
    }

    private void warn(ReadingWarning.ReadingWarningKind kind, OutlineNode node) {
        warnings.add(new ReadingWarning(
                kind, node.block().originalText(), node.block().at()));
    }

    /** Warns about codes that are missing in their series or repeated; never changes a code. */
    record CodeCheck(List<ReadingWarning> warnings) {

        /** Checks the codes of sibling lines. */
        void check(List<OutlineNode> lines) {
            Set<String> seen = new HashSet<>();
            int last = 0;
            for (OutlineNode line : lines) {
                TextBlock block = line.block();
                LineMark mark = block.mark();
                String code = mark.code();
                if (code == null || mark.isItem()) {
                    continue;
                }
                if (!seen.add(code)) {
                    warnings.add(new ReadingWarning(ReadingWarning.ReadingWarningKind.CODE_REPEATED, code, block.at()));
                } else if (last > 0 && mark.ordinal() > last + 1) {
                    warnings.add(new ReadingWarning(ReadingWarning.ReadingWarningKind.CODE_SKIPPED, code, block.at()));
                }
                last = mark.ordinal();
            }
        }
    }

    /**
     * Decides whether the lines under an objective are means or already actions, by how all lines with the same
     * mark are
     * used in the plan: means regularly have lines or paragraphs under them.
     */
    static final class MeansRecogniser {

        /** How the lines with one kind of mark are used. */
        private static final class MarkUsage {
            int all;
            int withLines;
            int withText;
            int deeper;
        }

        private final Map<String, MarkUsage> uses = new HashMap<>();

        MeansRecogniser(List<OutlineNode> objectives) {
            for (OutlineNode objective : objectives) {
                for (OutlineNode line : objective.children()) {
                    MarkUsage use = use(line);
                    use.all++;
                    use.withLines += line.children().isEmpty() ? 0 : 1;
                    use.withText += line.paragraphs().isEmpty() ? 0 : 1;
                    line.children().forEach(child -> use(child).deeper++);
                }
            }
        }

        private MarkUsage use(OutlineNode node) {
            return uses.computeIfAbsent(node.block().mark().key(), key -> new MarkUsage());
        }

        boolean isMeans(OutlineNode line) {
            LineMark mark = line.block().mark();
            MarkUsage use = use(line);
            if (mark.rank() == LevelRank.ACTION || mark.rank() == LevelRank.SUB_ACTION || use.deeper > use.all) {
                return false;
            }
            if (mark.rank() == LevelRank.MEANS && use.withLines > 0) {
                return true;
            }
            if (mark.isItem()) {
                return use.withLines * 2 >= use.all;
            }
            return use.withLines * 3 >= use.all || use.withText * 2 >= use.all;
        }
    }
}
