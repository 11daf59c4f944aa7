package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.reading.domain.outline.Mark.Kind;
import org.convergence.plan.reading.domain.text.Cell;
import org.convergence.plan.reading.domain.text.Line;
import org.jspecify.annotations.Nullable;

/** Joins the lines of a file to titles, items and paragraphs, and restores words cut at line ends. */
final class LineJoiner {

    private final Hyphens hyphens;
    private final Width width;
    private final Series series = new Series();
    private final List<Warning> warnings;
    private List<Block> blocks = new ArrayList<>();
    private @Nullable Draft draft;

    /** Learns from all lines of the file how it spells its words and how long its lines are. */
    LineJoiner(List<Line> lines, List<Warning> warnings) {
        this.warnings = warnings;
        this.hyphens = new Hyphens(lines);
        this.width = Width.of(lines);
    }

    /** A block to which lines may still be added. */
    private static final class Draft {
        final Mark mark;
        final Line first;
        final StringBuilder text;
        Line last;

        Draft(Mark mark, String text, Line line) {
            this.mark = mark;
            this.first = line;
            this.text = new StringBuilder(text);
            this.last = line;
        }

        Block block() {
            return new Block(mark, text.toString(), first);
        }
    }

    /** The blocks of consecutive lines. */
    List<Block> join(List<Line> lines) {
        blocks = new ArrayList<>();
        for (Line line : lines) {
            for (Line piece : Bullets.apart(line)) {
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

    private void take(Line line) {
        Draft open = draft;
        boolean mayGoOn = open != null && mayGoOn(open, line);
        Mark mark = mark(line, open == null || !mayGoOn || !goesOn(open, line));
        if (open != null && mayGoOn && mark.is(Kind.NONE) && goesOn(open, line)) {
            add(open, line);
            return;
        }
        close();
        String whole = line.whole();
        String rest = whole.substring(Math.min(whole.length(), mark.written().length()));
        series.remember(mark);
        draft = new Draft(mark, Words.squeeze(rest).strip(), line);
    }

    /** What announces the line; a mark in the middle of a sentence must be the next of its series. */
    private Mark mark(Line line, boolean afterBreak) {
        String whole = line.whole();
        Mark mark = MarkReader.read(whole);
        if (mark.is(Kind.NONE) && !line.marker().isEmpty()) {
            return Mark.bullet(line.marker(), "list");
        }
        Mark settled = series.settle(mark);
        String rest = whole.substring(Math.min(whole.length(), settled.written().length()))
                .strip();
        Draft open = draft;
        if (open != null && !afterBreak && Hyphens.endsCut(open.last.text()) && Words.startsSmall(line.text())) {
            return Mark.NONE;
        }
        boolean dashInSentence = settled.key().equals("B:-") && !afterBreak && Words.startsSmall(rest);
        if (dashInSentence && open != null && !open.mark.is(Kind.BULLET) && !Words.endsSentence(open.last.text())) {
            return Mark.NONE;
        }
        boolean trusted = !line.marker().isEmpty() && settled.is(Kind.NUMBER);
        return trusted || series.allows(settled, afterBreak, rest) ? settled : Mark.NONE;
    }

    /** The look of the lines allows one sentence to run over both. */
    private static boolean mayGoOn(Draft open, Line line) {
        Line last = open.last;
        if (!line.marker().isEmpty() || !sameCell(last.cell(), line.cell()) || open.mark.is(Kind.LABEL)) {
            return false;
        }
        if (open.text.isEmpty() || Hyphens.endsCut(open.text)) {
            return true;
        }
        boolean otherHeading = last.look().heading() != line.look().heading();
        boolean otherSize = Math.abs(last.look().size() - line.look().size()) > 1;
        boolean titleOver = last.look().strong() && !line.look().strong() && !Words.startsSmall(line.text());
        return !otherHeading && !otherSize && !titleOver;
    }

    private static boolean sameCell(@Nullable Cell one, @Nullable Cell other) {
        return one == null ? other == null : other != null && one.sameAs(other);
    }

    /** The sentence of the last line continues. */
    private boolean goesOn(Draft open, Line line) {
        String last = open.last.text();
        if (open.text.isEmpty() || Words.leadsOn(last)) {
            return true;
        }
        if (Hyphens.endsCut(last) && Character.isLetterOrDigit(line.text().codePointAt(0))) {
            return true;
        }
        boolean over = Words.endsSentence(last);
        boolean small = Words.startsSmall(line.text());
        boolean full = width.isFull(open.last, line);
        if (line.look().gap()) {
            boolean title = open.mark.is(Kind.WORD) || (open.mark.is(Kind.NUMBER) && open.mark.depth() > 1);
            return !over && (small || (full && !title && !Words.isCapitals(line.text())));
        }
        boolean aside = line.text().startsWith("(");
        return full || ((small || aside) && !over);
    }

    private void add(Draft open, Line line) {
        String text = Words.squeeze(line.text());
        if (Hyphens.endsCut(open.text)) {
            joinCut(open, text, line);
        } else {
            if (line.look().gap()
                    && !Words.startsSmall(text)
                    && !Words.leadsOn(open.last.text())
                    && !open.text.isEmpty()) {
                warnings.add(new Warning(Warning.Kind.JOINED_OVER_GAP, text, line.at()));
            }
            char end = open.text.isEmpty() ? ' ' : open.text.charAt(open.text.length() - 1);
            boolean glued = Words.isApostrophe(end) || end == '/' || open.text.isEmpty();
            open.text.append(glued ? "" : " ").append(text);
        }
        open.last = line;
    }

    private void joinCut(Draft open, String text, Line line) {
        Hyphens.Verdict verdict = hyphens.between(open.text, text);
        String start = Hyphens.lastPart(open.text);
        String end = Hyphens.firstPart(text);
        switch (verdict) {
            case JOIN -> warnings.add(new Warning(Warning.Kind.WORD_JOINED, start + end, line.at()));
            case JOIN_AS_ELSEWHERE ->
                warnings.add(new Warning(Warning.Kind.WORD_JOINED_AS_ELSEWHERE, start + end, line.at()));
            case KEEP -> warnings.add(new Warning(Warning.Kind.HYPHEN_KEPT, start + "-" + end, line.at()));
            case KEEP_AS_ELSEWHERE -> {
                // Spelled as elsewhere in the file: no warning.
            }
        }
        if (verdict == Hyphens.Verdict.JOIN || verdict == Hyphens.Verdict.JOIN_AS_ELSEWHERE) {
            open.text.setLength(open.text.length() - 1);
        }
        open.text.append(text);
    }
}
