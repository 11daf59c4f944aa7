package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;
import org.convergence.plan.reading.domain.text.ManuscriptLine;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineCell;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineLook;
import org.jspecify.annotations.Nullable;

/** Reads the outline of a plan from the lines of its body. */
public final class OutlineReader {

    private static final int APART = 2;
    private static final int FEWEST = 3;

    /** The outline; decisions made on the way are added to the warnings. */
    public Outline read(List<ManuscriptLine> body, List<ReadingWarning> warnings) {
        List<ManuscriptLine> lines = LooseTableReader.resolve(body);
        LineJoiner joiner = new LineJoiner(lines, warnings);
        List<TextBlock> blocks = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            int end = i + 1;
            while (end < lines.size() && tableOf(lines.get(i)) == tableOf(lines.get(end))) {
                end++;
            }
            List<ManuscriptLine> run = lines.subList(i, end);
            OutlineTable table = tableOf(lines.get(i)) == 0 ? null : OutlineTable.of(run);
            if (table != null && table.captionRow() < 0) {
                table = table.transposed();
            }
            int captions = table == null ? -1 : table.captionRow();
            if (table != null && captions >= 0) {
                blocks.addAll(new OutlineTableReader(joiner, table, captions).read());
            } else {
                if (table != null && table.rows().get(0).lastColumn() > 0) {
                    ManuscriptLine first = run.get(0);
                    warnings.add(new ReadingWarning(
                            ReadingWarning.ReadingWarningKind.TABLE_NOT_UNDERSTOOD, first.text(), first.at()));
                }
                blocks.addAll(joiner.join(table == null ? run : table.withoutBold(run)));
            }
            i = end;
        }
        List<TextBlock> titled = new TitleRecogniser(blocks).recognise(asItems(distinguish(blocks)));
        return withMonthsAsDueDates(new OutlineBuilder(titled, warnings).build());
    }

    /** In a calendar the titles are months or quarters: their lines come under the title above, due in that time. */
    private static Outline withMonthsAsDueDates(Outline outline) {
        TextBlock title = outline.title();
        if (title != null && areMonths(outline.objectives())) {
            return outline.with(List.of(flat(title, outline.objectives())));
        }
        return outline.with(outline.objectives().stream()
                .map(node -> areMonths(node.children()) ? flat(node.block(), node.children()) : node)
                .toList());
    }

    private static boolean areMonths(List<OutlineNode> nodes) {
        return nodes.size() >= 2
                && nodes.stream()
                        .allMatch(node -> DueDateRange.isPartOfYear(node.block().originalText())
                                && !node.children().isEmpty());
    }

    private static OutlineNode flat(TextBlock title, List<OutlineNode> months) {
        OutlineNode all = new OutlineNode(title);
        for (OutlineNode month : months) {
            String due = month.block().originalText().replaceAll("\\s*:$", "");
            month.paragraphs().forEach(all::addParagraph);
            for (OutlineNode line : month.children()) {
                line.addValue(new TextBlock.BlockValue(PlanTableColumn.DUE, "", due, false));
                all.add(line);
            }
        }
        return all;
    }

    private static int tableOf(ManuscriptLine line) {
        LineCell cell = line.cell();
        return cell == null ? 0 : cell.table();
    }

    /**
     * The same blocks, the indented ones marked as items of their level; unchanged where anything else tells the
     * levels.
     */
    private static List<TextBlock> asItems(List<TextBlock> blocks) {
        if (blocks.stream().anyMatch(OutlineReader::tellsLevels)) {
            return blocks;
        }
        TreeSet<Integer> insets = new TreeSet<>();
        blocks.stream().filter(OutlineReader::isPlain).forEach(block -> insets.add(inset(block)));
        long below = insets.isEmpty()
                ? 0
                : blocks.stream()
                        .filter(OutlineReader::isPlain)
                        .filter(block -> inset(block) >= insets.first() + APART)
                        .count();
        if (below < FEWEST) {
            return blocks;
        }
        List<TextBlock> out = new ArrayList<>(blocks.size());
        for (TextBlock block : blocks) {
            int depth = isPlain(block) ? depth(insets, inset(block)) : 0;
            out.add(depth == 0 ? block : block.withMark(LineMark.bullet("", "inset" + depth)));
        }
        return out;
    }

    private static boolean tellsLevels(TextBlock block) {
        LineMark mark = block.mark();
        return mark.hasKind(LineMarkKind.NUMBER)
                || mark.hasKind(LineMarkKind.BULLET)
                || mark.hasKind(LineMarkKind.COLUMN)
                || block.look().heading() > 0;
    }

    private static boolean isPlain(TextBlock block) {
        return block.mark().hasKind(LineMarkKind.NONE) && block.cell() == null;
    }

    private static int inset(TextBlock block) {
        return block.look().indent();
    }

    /** The number of clearly smaller indents. */
    private static int depth(NavigableSet<Integer> insets, int own) {
        int depth = 0;
        int last = insets.first();
        for (int inset : insets.headSet(own, true)) {
            depth += inset - last >= APART ? 1 : 0;
            last = inset;
        }
        return depth;
    }

    private static List<TextBlock> distinguish(List<TextBlock> blocks) {
        Map<String, TreeSet<Integer>> insets = new HashMap<>();
        for (TextBlock block : blocks) {
            if (isPlainNumber(block)) {
                insets.computeIfAbsent(block.mark().key(), key -> new TreeSet<>())
                        .add(inset(block.look()));
            }
        }
        List<TextBlock> out = new ArrayList<>(blocks.size());
        for (TextBlock block : blocks) {
            int depth = isPlainNumber(block)
                    ? depth(insets.getOrDefault(block.mark().key(), new TreeSet<>()), block)
                    : 0;
            out.add(
                    depth == 0
                            ? block
                            : block.withMark(block.mark().withKey(block.mark().key() + "@" + depth)));
        }
        return out;
    }

    private static boolean isPlainNumber(TextBlock block) {
        return block.mark().hasKind(LineMarkKind.NUMBER) && block.mark().depth() == 1 && block.cell() == null;
    }

    private static int inset(LineLook look) {
        return look.list() > 0 ? look.list() * 10 : look.indent();
    }

    /** The number of clearly smaller indents among numbers of this form. */
    private static int depth(NavigableSet<Integer> insets, TextBlock block) {
        int depth = 0;
        int last = insets.first();
        for (int inset : insets.headSet(inset(block.look()), true)) {
            depth += inset - last >= APART ? 1 : 0;
            last = inset;
        }
        return depth;
    }

    /** Recognises titles by their look: heading style, larger type, capitals, bold, or a short line above a list. */
    static final class TitleRecogniser {

        private static final int LONGEST = 200;
        private static final int MOST_WORDS = 22;
        private static final int MOST_WORDS_PLAIN = 16;

        private static final int ORDINARY_SIZE = 11;

        /** A condition above a list is a sentence about it, not its title. */
        private static final Pattern CONDITION = Pattern.compile(
                "(?:en fonction|selon|si|s'|lorsque?|lorsqu'|quand|sous reserve|"
                        + "dans la mesure|sur demande|au besoin|conditionnel|if|when|where|subject|depending|as|pending|on request)\\b");

        private final int bodySize;

        TitleRecogniser(List<TextBlock> blocks) {
            Map<Integer, Integer> characters = new HashMap<>();
            for (TextBlock block : blocks) {
                characters.merge(block.look().size(), block.text().length(), Integer::sum);
            }
            this.bodySize = characters.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(0);
        }

        /** The same blocks, with titles marked and numbered titles distinguished from numbered items. */
        List<TextBlock> recognise(List<TextBlock> blocks) {
            List<TextBlock> out = new ArrayList<>(blocks.size());
            for (int i = 0; i < blocks.size(); i++) {
                TextBlock block = blocks.get(i);
                TextBlock next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
                out.add(block.withMark(mark(block, next)));
            }
            return out;
        }

        private LineMark mark(TextBlock block, @Nullable TextBlock next) {
            LineMark mark = block.mark();
            String look = look(block);
            if (mark.hasKind(LineMarkKind.NUMBER) && mark.depth() == 1 && !look.isEmpty() && !mark.isItem()) {
                return mark.withKey(mark.key() + look);
            }
            if (!mark.hasKind(LineMarkKind.NONE)) {
                return mark;
            }
            if (!look.isEmpty()) {
                return LineMark.title(look, block.look().heading()).withWritten(mark.written());
            }
            boolean overList = next != null && isListed(next.mark());
            return overList && block.cell() == null && isPlainTitle(block) ? LineMark.title("T:plain", 0) : mark;
        }

        private static boolean isListed(LineMark mark) {
            return mark.hasKind(LineMarkKind.BULLET)
                    || mark.hasKind(LineMarkKind.NUMBER)
                    || mark.hasKind(LineMarkKind.LABEL);
        }

        private String look(TextBlock block) {
            LineLook look = block.look();
            String text = block.text();
            if (look.heading() > 0) {
                return "T:H" + look.heading();
            }
            boolean shortEnough = text.length() <= LONGEST && TextAnalysis.count(text, MOST_WORDS + 1) <= MOST_WORDS;
            boolean sentence = text.endsWith(".") || text.endsWith(";") || text.endsWith(",");
            if (!shortEnough || text.isEmpty() || block.mark().hasKind(LineMarkKind.LABEL)) {
                return "";
            }
            if (look.size() >= (bodySize == 0 ? ORDINARY_SIZE : bodySize) + 2) {
                return "T:S" + look.size();
            }
            LineCell cell = block.cell();
            if (TextAnalysis.isAllCapitals(text) && (cell == null || cell.span() > 1)) {
                return "T:caps";
            }
            return look.strong() && !sentence ? "T:bold" : "";
        }

        /** A short line that begins with a capital and is not a sentence. */
        private static boolean isPlainTitle(TextBlock block) {
            String text = block.text();
            boolean colon = text.endsWith(":");
            if (CONDITION.matcher(TextAnalysis.foldInPlace(text)).lookingAt()) {
                return false;
            }
            boolean capital = !text.isEmpty() && Character.isUpperCase(text.codePointAt(0));
            boolean over = (TextAnalysis.endsSentence(text) && !colon) || text.endsWith(";") || text.endsWith(",");
            return capital && !over && TextAnalysis.count(text, 20) <= (colon ? 6 : MOST_WORDS_PLAIN);
        }
    }
}
