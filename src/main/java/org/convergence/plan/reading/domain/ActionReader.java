package org.convergence.plan.reading.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.RhythmParser;
import org.convergence.plan.reading.domain.ReadPlan.ReadAction;
import org.convergence.plan.reading.domain.ReadPlan.ReadCondition;
import org.convergence.plan.reading.domain.ReadPlan.ReadFollowUp;
import org.convergence.plan.reading.domain.ReadPlan.ReadWording;
import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;
import org.convergence.plan.reading.domain.outline.OutlineNode;
import org.convergence.plan.reading.domain.outline.PlanTableColumn;
import org.convergence.plan.reading.domain.outline.ReadingWarning;
import org.convergence.plan.reading.domain.outline.TextBlock;
import org.convergence.plan.reading.domain.text.ReadingBudget;

/**
 * Converts a line of the outline to an action, with its conditions and sub-actions.
 *
 * @param namesOwners in this plan most lines end with who does them, without a caption
 */
record ActionReader(
        ConditionReader conditions, List<ReadingWarning> warnings, ReadingBudget budget, boolean namesOwners) {

    private static final int FEWEST = 4;

    /** Whether most lines of a plan end with a name or a role in brackets or after a dash. */
    static boolean namesOwners(List<OutlineNode> lines) {
        List<String> texts = lines.stream().flatMap(ActionReader::leaves).toList();
        long owners = texts.stream()
                .filter(text -> LineFields.read(text, true).values().containsKey(PlanTableColumn.RESPONSIBLE)
                        && !LineFields.read(text, false).values().containsKey(PlanTableColumn.RESPONSIBLE))
                .count();
        return owners >= FEWEST && owners * 5 >= texts.size() * 3L;
    }

    private static Stream<String> leaves(OutlineNode line) {
        return line.children().isEmpty()
                ? Stream.of(line.block().text())
                : line.children().stream().flatMap(ActionReader::leaves);
    }

    /** The action of a line, under the conditions set above it. */
    ReadAction read(OutlineNode node, List<ReadCondition> over) {
        budget.checkTime();
        ReadWording wording = wording(node);
        LineFields fields = LineFields.read(wording.text(), namesOwners);
        String words = wording.title() + "; " + wording.text();
        List<ReadCondition> all = merge(conditions.read(words, false), over);
        List<ReadAction> parts = new ArrayList<>();
        List<ReadCondition> below = asInherited(all);
        for (OutlineNode child : node.children()) {
            addPart(child, below, parts);
        }
        return new ReadAction(
                without(wording, fields),
                ConditionReader.commitment(all),
                all,
                conditions.doneWords(words),
                followUp(node.values(), fields),
                parts);
    }

    /** A paragraph that is an action. */
    ReadAction read(TextBlock paragraph, List<ReadCondition> over) {
        ReadWording wording =
                new ReadWording(paragraph.mark().written(), null, "", paragraph.text(), List.of(), paragraph.at());
        List<ReadCondition> all = merge(conditions.read(paragraph.text(), false), over);
        String done = conditions.doneWords(paragraph.text());
        LineFields fields = LineFields.read(wording.text(), namesOwners);
        return new ReadAction(
                without(wording, fields),
                ConditionReader.commitment(all),
                all,
                done,
                followUp(List.of(), fields),
                List.of());
    }

    /** Parts of parts follow the part they belong to. */
    private void addPart(OutlineNode node, List<ReadCondition> over, List<ReadAction> parts) {
        budget.checkTime();
        ReadWording wording = wording(node);
        List<ReadCondition> all = merge(conditions.read(wording.title() + "; " + wording.text(), false), over);
        String done = conditions.doneWords(wording.text());
        LineFields fields = LineFields.read(wording.text(), namesOwners);
        parts.add(new ReadAction(
                without(wording, fields),
                ConditionReader.commitment(all),
                all,
                done,
                followUp(node.values(), fields),
                List.of()));
        if (!node.children().isEmpty()) {
            warnings.add(
                    new ReadingWarning(ReadingWarning.ReadingWarningKind.LEVELS_FOLDED, wording.text(), wording.at()));
            List<ReadCondition> below = asInherited(all);
            node.children().forEach(child -> addPart(child, below, parts));
        }
    }

    private static ReadWording wording(OutlineNode node) {
        TextBlock block = node.block();
        String own = block.text();
        String paragraphs = paragraphs(node.paragraphs());
        boolean titled = !block.mark().isItem() && !block.mark().hasKind(LineMarkKind.COLUMN) && !paragraphs.isEmpty();
        String title = titled ? own : "";
        String text = titled
                ? paragraphs
                : own.isEmpty() || paragraphs.isEmpty() ? own + paragraphs : own + "\n\n" + paragraphs;
        List<String> labels = new ArrayList<>(
                node.labels().stream().map(TextBlock::originalText).toList());
        node.values().stream()
                .filter(value -> value.inLine() && isFollowed(value))
                .map(TextBlock.BlockValue::caption)
                .forEach(labels::add);
        node.values().stream()
                .map(ActionReader::ownCaption)
                .filter(caption -> !caption.isEmpty())
                .forEach(labels::add);
        return new ReadWording(block.mark().written(), block.mark().code(), title, text, labels, block.at());
    }

    static String paragraphs(List<TextBlock> blocks) {
        return String.join("\n\n", blocks.stream().map(TextBlock::originalText).toList());
    }

    /** Own conditions first, then the inherited ones whose commitment it does not name itself. */
    private static List<ReadCondition> merge(List<ReadCondition> own, List<ReadCondition> over) {
        List<ReadCondition> all = new ArrayList<>(own);
        for (ReadCondition condition : over) {
            if (all.stream().noneMatch(one -> one.commitment() == condition.commitment())) {
                all.add(condition);
            }
        }
        all.sort((one, other) -> one.commitment().compareTo(other.commitment()));
        return all;
    }

    static List<ReadCondition> asInherited(List<ReadCondition> conditions) {
        return conditions.stream()
                .map(one -> new ReadCondition(one.commitment(), one.words(), true))
                .toList();
    }

    /** The wording without the fields that its text ends with; what was around them is kept as labels. */
    private static ReadWording without(ReadWording wording, LineFields fields) {
        List<String> labels = new ArrayList<>(wording.labels());
        labels.addAll(fields.rest());
        return new ReadWording(wording.marker(), wording.code(), wording.title(), fields.text(), labels, wording.at());
    }

    private static ReadFollowUp followUp(List<TextBlock.BlockValue> values, LineFields fields) {
        Map<PlanTableColumn, String> texts = new EnumMap<>(PlanTableColumn.class);
        List<String> others = new ArrayList<>();
        for (TextBlock.BlockValue value : values) {
            boolean rhythm = value.column() == PlanTableColumn.DUE
                    && LineFields.isRhythm(value.text())
                    && RhythmParser.parse(value.text()).isPresent();
            String text = value.text().substring(ownCaption(value).length()).strip();
            texts.merge(
                    rhythm ? PlanTableColumn.RHYTHM : value.column(),
                    text,
                    (one, other) -> (one + "\n" + other).strip());
            if (rhythm) {
                others.add(value.text());
            } else if (!isFollowed(value)) {
                others.add(value.fullText());
            }
        }
        fields.values().forEach((column, text) -> {
            if (column == PlanTableColumn.DUE && values.stream().anyMatch(ActionReader::isMonthAbove)) {
                texts.remove(column);
            }
            String old = texts.putIfAbsent(column, text);
            if (old != null && (column == PlanTableColumn.RESPONSIBLE || column == PlanTableColumn.DUE)) {
                texts.put(column, old + "\n" + text);
            }
        });
        others.addAll(fields.others());
        return new ReadFollowUp(
                texts.getOrDefault(PlanTableColumn.RESPONSIBLE, ""),
                texts.getOrDefault(PlanTableColumn.DUE, ""),
                others,
                texts.getOrDefault(PlanTableColumn.RHYTHM, ""),
                texts.getOrDefault(PlanTableColumn.TARGET, ""),
                texts.getOrDefault(PlanTableColumn.BUDGET, ""));
    }

    /** What a cell repeats of its column, "Resp. :" before a name; empty for nothing. */
    private static String ownCaption(TextBlock.BlockValue value) {
        Matcher captioned = LineFields.CAPTIONED.matcher(value.text());
        return isFollowed(value)
                        && captioned.matches()
                        && PlanTableColumn.fromCaption(captioned.group("caption")) == value.column()
                ? value.text().substring(0, captioned.start("value")).strip()
                : "";
    }

    /** The month under which a line stands in a calendar; a date of its own is more exact. */
    private static boolean isMonthAbove(TextBlock.BlockValue value) {
        return value.column() == PlanTableColumn.DUE && value.caption().isEmpty();
    }

    /** A responsible person and a due date have their own place beside an action. */
    private static boolean isFollowed(TextBlock.BlockValue value) {
        return value.column() == PlanTableColumn.RESPONSIBLE || value.column() == PlanTableColumn.DUE;
    }
}
