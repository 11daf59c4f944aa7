package org.convergence.plan.reading.domain;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.reading.domain.outline.Block;
import org.convergence.plan.reading.domain.outline.Node;
import org.convergence.plan.reading.domain.outline.Outline;
import org.convergence.plan.reading.domain.outline.Warning;
import org.convergence.plan.reading.domain.text.Budget;

/** Converts an outline to objectives, means and actions. */
final class PlanAssembler {

    private final Outline outline;
    private final List<Warning> warnings;
    private final Levels levels;
    private final ConditionReader conditions = new ConditionReader();
    private final AreaReader areas = new AreaReader();
    private final ActionReader actions;

    PlanAssembler(Outline outline, List<Warning> warnings, Budget budget) {
        this.outline = outline;
        this.warnings = warnings;
        this.levels = new Levels(outline.objectives());
        this.actions = new ActionReader(conditions, warnings, budget);
    }

    List<ReadObjective> objectives() {
        CodeCheck codes = new CodeCheck(warnings);
        codes.look(outline.objectives());
        outline.objectives().forEach(node -> codes.look(node.children()));
        return outline.objectives().stream().map(this::objective).toList();
    }

    private ReadObjective objective(Node node) {
        List<ReadMeans> means = new ArrayList<>();
        List<Node> loose = new ArrayList<>();
        List<Condition> over = List.of();
        for (Node.Part part : node.parts()) {
            if (part instanceof Node.Paragraph paragraph) {
                over = conditions.readOver(paragraph.block().text());
            } else if (part instanceof Node.Child child) {
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
            warn(Warning.Kind.OBJECTIVE_EMPTY, node);
        }
        String text = textOnly ? "" : ActionReader.paragraphs(node.paragraphs());
        return new ReadObjective(wording(node, text), means);
    }

    private boolean noLinesAnywhere() {
        return outline.objectives().stream().allMatch(node -> node.children().isEmpty());
    }

    /** Inserts one implied means above actions that are directly under an objective. */
    private void addImplied(Node objective, List<Node> loose, List<Condition> over, List<ReadMeans> means) {
        if (loose.isEmpty()) {
            return;
        }
        warn(Warning.Kind.MEANS_IMPLIED, objective);
        List<ReadAction> read =
                loose.stream().map(line -> actions.read(line, over)).toList();
        means.add(new ReadMeans(nothing(objective), area(objective, "", "", read), true, read));
        loose.clear();
    }

    private ReadMeans textAsActions(Node objective) {
        warn(Warning.Kind.TEXT_TAKEN_AS_ACTION, objective);
        List<ReadAction> read = objective.paragraphs().stream()
                .map(block -> actions.read(block, List.of()))
                .toList();
        return new ReadMeans(nothing(objective), area(objective, "", "", read), true, read);
    }

    private ReadMeans means(Node objective, Node node, List<Condition> over) {
        List<ReadAction> read = new ArrayList<>();
        List<Condition> title = new ArrayList<>(
                ActionReader.asInherited(conditions.read(node.block().text(), true)));
        title.addAll(over);
        List<Condition> now = title;
        for (Node.Part part : node.parts()) {
            if (part instanceof Node.Paragraph paragraph) {
                now = new ArrayList<>(conditions.readOver(paragraph.block().text()));
                now.addAll(title);
            } else if (part instanceof Node.Child child) {
                read.add(actions.read(child.node(), now));
            }
        }
        boolean textOnly = read.isEmpty() && !node.paragraphs().isEmpty();
        if (textOnly) {
            warn(Warning.Kind.TEXT_TAKEN_AS_ACTION, node);
            node.paragraphs().forEach(block -> read.add(actions.read(block, title)));
        } else if (read.isEmpty()) {
            warn(Warning.Kind.MEANS_EMPTY, node);
        }
        String text = textOnly ? "" : ActionReader.paragraphs(node.paragraphs());
        return new ReadMeans(wording(node, text), area(objective, node.block().text(), text, read), false, read);
    }

    /** Conditions are left out: "if funded" does not tell what a means is about. */
    private Area area(Node objective, String title, String text, List<ReadAction> read) {
        StringBuilder body = new StringBuilder(text).append(' ');
        for (ReadAction action : read) {
            String words = action.wording().title() + " " + action.wording().text();
            for (Condition condition : action.conditions()) {
                words = words.replace(condition.words(), " ");
            }
            body.append(words).append(' ');
        }
        return areas.read(objective.block().text(), title, body.toString());
    }

    private static Wording nothing(Node objective) {
        return new Wording("", null, "", "", List.of(), objective.block().at());
    }

    /** Columns and captions of a line above the actions stay in its text. */
    private static Wording wording(Node node, String text) {
        Block block = node.block();
        StringBuilder all = new StringBuilder(text);
        for (Block.Value value : node.values()) {
            all.append(all.isEmpty() ? "" : "\n\n").append(value.whole());
        }
        List<String> labels = node.labels().stream().map(Block::written).toList();
        return new Wording(
                block.mark().written(), block.mark().code(), block.text(), all.toString(), labels, block.at());
    }

    private void warn(Warning.Kind kind, Node node) {
        warnings.add(new Warning(kind, node.block().written(), node.block().at()));
    }
}
