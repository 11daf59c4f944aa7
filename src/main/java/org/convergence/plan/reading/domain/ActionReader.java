package org.convergence.plan.reading.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.convergence.plan.reading.domain.outline.Block;
import org.convergence.plan.reading.domain.outline.Column;
import org.convergence.plan.reading.domain.outline.Mark.Kind;
import org.convergence.plan.reading.domain.outline.Node;
import org.convergence.plan.reading.domain.outline.Warning;
import org.convergence.plan.reading.domain.text.Budget;

/** Converts a line of the outline to an action, with its conditions and sub-actions. */
final class ActionReader {

    private final ConditionReader conditions;
    private final List<Warning> warnings;
    private final Budget budget;

    ActionReader(ConditionReader conditions, List<Warning> warnings, Budget budget) {
        this.budget = budget;
        this.conditions = conditions;
        this.warnings = warnings;
    }

    /** The action of a line, under the conditions set above it. */
    ReadAction read(Node node, List<Condition> over) {
        budget.checkTime();
        Wording wording = wording(node);
        String words = wording.title() + "; " + wording.text();
        List<Condition> all = merge(conditions.read(words, false), over);
        List<ReadAction> parts = new ArrayList<>();
        List<Condition> below = asInherited(all);
        for (Node child : node.children()) {
            addPart(child, below, parts);
        }
        return new ReadAction(
                wording, ConditionReader.commitment(all), all, conditions.done(words), followUp(node.values()), parts);
    }

    /** A paragraph that is an action. */
    ReadAction read(Block paragraph, List<Condition> over) {
        Wording wording =
                new Wording(paragraph.mark().written(), null, "", paragraph.text(), List.of(), paragraph.at());
        List<Condition> all = merge(conditions.read(paragraph.text(), false), over);
        String done = conditions.done(paragraph.text());
        return new ReadAction(wording, ConditionReader.commitment(all), all, done, FollowUp.NONE, List.of());
    }

    /** Parts of parts follow the part they belong to. */
    private void addPart(Node node, List<Condition> over, List<ReadAction> parts) {
        budget.checkTime();
        Wording wording = wording(node);
        List<Condition> all = merge(conditions.read(wording.title() + "; " + wording.text(), false), over);
        String done = conditions.done(wording.text());
        parts.add(new ReadAction(
                wording, ConditionReader.commitment(all), all, done, followUp(node.values()), List.of()));
        if (!node.children().isEmpty()) {
            warnings.add(new Warning(Warning.Kind.LEVELS_FOLDED, wording.text(), wording.at()));
            List<Condition> below = asInherited(all);
            node.children().forEach(child -> addPart(child, below, parts));
        }
    }

    private static Wording wording(Node node) {
        Block block = node.block();
        String own = block.text();
        String paragraphs = paragraphs(node.paragraphs());
        boolean titled = !block.mark().isItem() && !block.mark().is(Kind.COLUMN) && !paragraphs.isEmpty();
        String title = titled ? own : "";
        String text = titled
                ? paragraphs
                : own.isEmpty() || paragraphs.isEmpty() ? own + paragraphs : own + "\n\n" + paragraphs;
        List<String> labels =
                new ArrayList<>(node.labels().stream().map(Block::written).toList());
        node.values().stream()
                .filter(value -> value.inLine() && isFollowed(value))
                .map(Block.Value::caption)
                .forEach(labels::add);
        return new Wording(block.mark().written(), block.mark().code(), title, text, labels, block.at());
    }

    static String paragraphs(List<Block> blocks) {
        return String.join("\n\n", blocks.stream().map(Block::written).toList());
    }

    /** Own conditions first, then the inherited ones whose commitment it does not name itself. */
    private static List<Condition> merge(List<Condition> own, List<Condition> over) {
        List<Condition> all = new ArrayList<>(own);
        for (Condition condition : over) {
            if (all.stream().noneMatch(one -> one.commitment() == condition.commitment())) {
                all.add(condition);
            }
        }
        all.sort((one, other) -> one.commitment().compareTo(other.commitment()));
        return all;
    }

    static List<Condition> asInherited(List<Condition> conditions) {
        return conditions.stream()
                .map(one -> new Condition(one.commitment(), one.words(), true))
                .toList();
    }

    private static FollowUp followUp(List<Block.Value> values) {
        Map<Column, String> texts = new EnumMap<>(Column.class);
        List<String> others = new ArrayList<>();
        for (Block.Value value : values) {
            if (isFollowed(value)) {
                texts.merge(value.column(), value.text(), (one, other) -> (one + "\n" + other).strip());
            } else {
                others.add(value.whole());
            }
        }
        return new FollowUp(texts.getOrDefault(Column.RESPONSIBLE, ""), texts.getOrDefault(Column.DUE, ""), others);
    }

    /** A responsible person and a due date have their own place beside an action. */
    private static boolean isFollowed(Block.Value value) {
        return value.column() == Column.RESPONSIBLE || value.column() == Column.DUE;
    }
}
