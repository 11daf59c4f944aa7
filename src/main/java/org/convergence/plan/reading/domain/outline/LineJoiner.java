package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;
import org.convergence.plan.reading.domain.text.ManuscriptLine;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineCell;
import org.jspecify.annotations.Nullable;

/** Joins the lines of a file to titles, items and paragraphs, and restores words cut at line ends. */
final class LineJoiner {

    private final HyphenPolicy hyphens;
    private final LineWidth width;
    private final NumberSeries series = new NumberSeries();
    private final List<ReadingWarning> warnings;
    private List<TextBlock> blocks = new ArrayList<>();
    private @Nullable OpenBlock draft;

    /** Learns from all lines of the file how it spells its words and how long its lines are. */
    LineJoiner(List<ManuscriptLine> lines, List<ReadingWarning> warnings) {
        this.warnings = warnings;
        this.hyphens = new HyphenPolicy(lines);
        this.width = LineWidth.of(lines);
    }

    /** A block to which lines may still be added. */
    private static final class OpenBlock {
        final LineMark mark;
        final ManuscriptLine first;
        final StringBuilder text;
        ManuscriptLine last;

        OpenBlock(LineMark mark, String text, ManuscriptLine line) {
            this.mark = mark;
            this.first = line;
            this.text = new StringBuilder(text);
            this.last = line;
        }

        TextBlock block() {
            return new TextBlock(mark, text.toString(), first);
        }
    }

    /** The blocks of consecutive lines. */
    List<TextBlock> join(List<ManuscriptLine> lines) {
        blocks = new ArrayList<>();
        for (ManuscriptLine line : lines) {
            for (ManuscriptLine piece : BulletReader.split(line)) {
                take(piece);
            }
        }
        close();
        return blocks;
    }

    private void close() {
        if (draft != null) {
            blocks.add(draft.block());
            draft = null;
        }
    }

    private void take(ManuscriptLine line) {
        OpenBlock open = draft;
        boolean mayGoOn = open != null && mayGoOn(open, line);
        LineMark mark = mark(line, open == null || !mayGoOn || !goesOn(open, line));
        if (open != null && mayGoOn && mark.hasKind(LineMarkKind.NONE) && goesOn(open, line)) {
            add(open, line);
            return;
        }
        close();
        String whole = line.fullText();
        String rest = whole.substring(Math.min(whole.length(), mark.written().length()));
        series.remember(mark);
        draft = new OpenBlock(mark, TextAnalysis.squeeze(rest).strip(), line);
    }

    /** The mark that introduces the line; a mark in the middle of a sentence must be the next of its series. */
    private LineMark mark(ManuscriptLine line, boolean afterBreak) {
        String whole = line.fullText();
        LineMark mark = MarkReader.read(whole);
        if (mark.hasKind(LineMarkKind.NONE) && !line.marker().isEmpty()) {
            return LineMark.bullet(line.marker(), "list");
        }
        LineMark settled = series.resolve(mark);
        String rest = whole.substring(Math.min(whole.length(), settled.written().length()))
                .strip();
        OpenBlock open = draft;
        if (open != null
                && !afterBreak
                && HyphenPolicy.endsCut(open.last.text())
                && TextAnalysis.startsInLowerCase(line.text())) {
            return LineMark.NONE;
        }
        boolean dashInSentence = settled.key().equals("B:-") && !afterBreak && TextAnalysis.startsInLowerCase(rest);
        if (dashInSentence
                && open != null
                && !open.mark.hasKind(LineMarkKind.BULLET)
                && !TextAnalysis.endsSentence(open.last.text())) {
            return LineMark.NONE;
        }
        boolean trusted = !line.marker().isEmpty() && settled.hasKind(LineMarkKind.NUMBER);
        return trusted || series.allows(settled, afterBreak, rest) ? settled : LineMark.NONE;
    }

    /** The look of the lines allows one sentence to run over both. */
    private static boolean mayGoOn(OpenBlock open, ManuscriptLine line) {
        ManuscriptLine last = open.last;
        if (!line.marker().isEmpty() || !sameCell(last.cell(), line.cell()) || open.mark.hasKind(LineMarkKind.LABEL)) {
            return false;
        }
        if (open.text.isEmpty() || HyphenPolicy.endsCut(open.text)) {
            return true;
        }
        boolean otherHeading = last.look().heading() != line.look().heading();
        boolean otherSize = Math.abs(last.look().size() - line.look().size()) > 1;
        boolean titleOver =
                last.look().strong() && !line.look().strong() && !TextAnalysis.startsInLowerCase(line.text());
        return !otherHeading && !otherSize && !titleOver;
    }

    private static boolean sameCell(@Nullable LineCell one, @Nullable LineCell other) {
        return one == null ? other == null : other != null && one.isSameCell(other);
    }

    /** The sentence of the last line continues. */
    private boolean goesOn(OpenBlock open, ManuscriptLine line) {
        String last = open.last.text();
        if (open.text.isEmpty() || TextAnalysis.expectsMore(last)) {
            return true;
        }
        if (HyphenPolicy.endsCut(last) && Character.isLetterOrDigit(line.text().codePointAt(0))) {
            return true;
        }
        boolean over = TextAnalysis.endsSentence(last);
        boolean small = TextAnalysis.startsInLowerCase(line.text());
        boolean full = width.isFull(open.last, line);
        if (line.look().gap()) {
            boolean title = open.mark.hasKind(LineMarkKind.WORD)
                    || (open.mark.hasKind(LineMarkKind.NUMBER) && open.mark.depth() > 1);
            return !over && (small || (full && !title && !TextAnalysis.isAllCapitals(line.text())));
        }
        boolean aside = line.text().startsWith("(");
        return full || ((small || aside) && !over);
    }

    private void add(OpenBlock open, ManuscriptLine line) {
        String text = TextAnalysis.squeeze(line.text());
        if (HyphenPolicy.endsCut(open.text)) {
            joinCut(open, text, line);
        } else {
            if (line.look().gap()
                    && !TextAnalysis.startsInLowerCase(text)
                    && !TextAnalysis.expectsMore(open.last.text())
                    && !open.text.isEmpty()) {
                warnings.add(new ReadingWarning(ReadingWarning.ReadingWarningKind.JOINED_OVER_GAP, text, line.at()));
            }
            char end = open.text.isEmpty() ? ' ' : open.text.charAt(open.text.length() - 1);
            boolean glued = TextAnalysis.isApostrophe(end) || end == '/' || open.text.isEmpty();
            open.text.append(glued ? "" : " ").append(text);
        }
        open.last = line;
    }

    private void joinCut(OpenBlock open, String text, ManuscriptLine line) {
        HyphenPolicy.HyphenDecision verdict = hyphens.decide(open.text, text);
        String start = HyphenPolicy.lastPart(open.text);
        String end = HyphenPolicy.firstPart(text);
        switch (verdict) {
            case JOIN ->
                warnings.add(new ReadingWarning(ReadingWarning.ReadingWarningKind.WORD_JOINED, start + end, line.at()));
            case JOIN_AS_ELSEWHERE ->
                warnings.add(new ReadingWarning(
                        ReadingWarning.ReadingWarningKind.WORD_JOINED_AS_ELSEWHERE, start + end, line.at()));
            case KEEP ->
                warnings.add(new ReadingWarning(
                        ReadingWarning.ReadingWarningKind.HYPHEN_KEPT, start + "-" + end, line.at()));
            case KEEP_AS_ELSEWHERE -> {
                // Spelled as elsewhere in the file: no warning.
            }
        }
        if (verdict == HyphenPolicy.HyphenDecision.JOIN || verdict == HyphenPolicy.HyphenDecision.JOIN_AS_ELSEWHERE) {
            open.text.setLength(open.text.length() - 1);
        }
        open.text.append(text);
    }

    /**
     * The usual length of lines where sentences continue on the next one. A file with each sentence on one line has
     * none.
     */
    record LineWidth(int usual) {

        private static final double FULL = 0.72;

        static LineWidth of(List<ManuscriptLine> lines) {
            int[] widths = new int[lines.size()];
            int count = 0;
            for (int i = 1; i < lines.size(); i++) {
                ManuscriptLine before = lines.get(i - 1);
                ManuscriptLine line = lines.get(i);
                boolean plain = line.marker().isEmpty() && line.cell() == null && before.cell() == null;
                boolean runsOn = plain
                        && !line.look().gap()
                        && TextAnalysis.startsInLowerCase(line.text())
                        && BulletReader.read(line.text()) == null
                        && CodeReader.read(line.text()) == null;
                if (runsOn
                        && !TextAnalysis.endsSentence(before.text())
                        && !before.text().endsWith(";")) {
                    widths[count++] = before.look().width();
                }
            }
            Arrays.sort(widths, 0, count);
            boolean wrapped = count >= 2 && count * 25 >= lines.size();
            return new LineWidth(wrapped ? widths[count / 2] : 0);
        }

        /** The line was broken because the next word did not fit. */
        boolean isFull(ManuscriptLine line, ManuscriptLine next) {
            return usual > 0 && line.look().width() + 1 + TextAnalysis.firstWordLength(next.text()) >= usual * FULL;
        }
    }

    /**
     * Remembers the numbers seen, so that "M. Tremblay" or a figure at the beginning of a line is not taken for a
     * number.
     */
    static final class NumberSeries {

        private final Map<String, Integer> last = new HashMap<>();

        /** The mark as its series shows it: i after h is a letter, else a Roman number. */
        LineMark resolve(LineMark mark) {
            if (!mark.hasKind(LineMarkKind.NUMBER)
                    || mark.code() == null
                    || mark.code().length() != 1) {
                return mark;
            }
            int letter = CodeReader.letter(mark.code());
            String asLetter = mark.key().replace(":i", ":a");
            boolean follows = letter > 1 && last.getOrDefault(asLetter, 0) == letter - 1;
            boolean romanFollows = last.getOrDefault(mark.key(), 0) == mark.ordinal() - 1 && mark.ordinal() > 1;
            if (mark.key().contains(":i") && follows && !romanFollows) {
                return new LineMark(
                        mark.kind(), mark.written(), mark.code(), asLetter, mark.depth(), letter, mark.rank());
            }
            return mark;
        }

        /** Whether a mark is allowed here: always after a break, else only as the first or the next of its series. */
        boolean allows(LineMark mark, boolean afterBreak, String rest) {
            if (!mark.hasKind(LineMarkKind.NUMBER)) {
                return true;
            }
            boolean first = mark.ordinal() == 1;
            boolean next = last.getOrDefault(mark.key(), 0) == mark.ordinal() - 1 && mark.ordinal() > 1;
            boolean counted = mark.depth() > 1 || mark.key().contains(":1");
            if (counted && afterBreak) {
                return mark.depth() == 1 || !TextAnalysis.startsInLowerCase(rest) || first || next;
            }
            return (first || next) && !(counted && TextAnalysis.startsInLowerCase(rest) && !next);
        }

        void remember(LineMark mark) {
            if (mark.hasKind(LineMarkKind.NUMBER)) {
                last.put(mark.key(), mark.ordinal());
            }
        }
    }
}
