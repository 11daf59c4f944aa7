package org.convergence.plan.reading.domain.text;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.convergence.plan.reading.domain.text.PdfPageReader.PdfLine;
import org.convergence.plan.reading.domain.text.PdfPageReader.PdfLine.PdfPiece;
import org.convergence.plan.reading.domain.text.RuledTable.RuledCell;
import org.jspecify.annotations.Nullable;

/** Groups the text of one page into lines, with the positions and sizes that reveal titles and columns. */
final class PdfPageReader extends PDFTextStripper {

    /** A gap of this many times the letter size may separate two columns; otherwise the parts are joined. */
    private static final double WIDE = 0.8;

    /** The least white space around the edge of a cell, in points. */
    private static final double PADDING = 1;

    private final ReadingBudget budget;
    private final List<PdfLine> lines = new ArrayList<>();
    private final List<PdfPiece> pieces = new ArrayList<>();
    private List<RuledTable> tables = List.of();
    private double y;
    private long characters;

    PdfPageReader(ReadingBudget budget) {
        this.budget = budget;
    }

    PdfPage read(PDDocument document, int number) throws IOException {
        PDPage page = document.getPage(number - 1);
        tables = RuledTable.find(PdfRulings.of(page, budget));
        setStartPage(number);
        setEndPage(number);
        writeText(document, Writer.nullWriter());
        endLine();
        return new PdfPage(lines, tables, page.getCropBox().getHeight());
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (++characters > budget.limits().characters()) {
            throw new PlanRefused(
                    PlanRefused.PlanRefusalReason.TOO_LARGE, budget.limits().characters() + " characters");
        }
        if (characters % 10_000 == 0) {
            budget.checkTime();
        }
        super.processTextPosition(text);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        if (positions.isEmpty()) {
            return;
        }
        TextPosition first = positions.get(0);
        if (pieces.isEmpty()) {
            y = first.getYDirAdj();
        }
        int from = 0;
        for (int i = 1; i <= positions.size(); i++) {
            if (i == positions.size() || far(positions.get(i - 1), positions.get(i))) {
                List<TextPosition> part = positions.subList(from, i);
                add(part.size() == positions.size() ? text : unicode(part), part);
                from = i;
            }
        }
    }

    private boolean far(TextPosition left, TextPosition right) {
        double end = left.getXDirAdj() + left.getWidthDirAdj();
        double gap = right.getXDirAdj() - end;
        return isWide(gap, right.getFontSizeInPt())
                || (gap > PADDING && isEdgeBetween(left.getXDirAdj(), right.getXDirAdj(), right.getYDirAdj()));
    }

    private static boolean isWide(double gap, double size) {
        return gap > WIDE * Math.max(6, size);
    }

    /** Whether the places on a line are in two cells of a table. */
    private boolean isEdgeBetween(double left, double right, double line) {
        return tables.stream().anyMatch(table -> {
            RuledCell one = table.cellAt(left, line);
            RuledCell other = table.cellAt(right, line);
            return one != null && other != null && one.column() != other.column();
        });
    }

    private static String unicode(List<TextPosition> part) {
        StringBuilder out = new StringBuilder();
        part.forEach(position -> out.append(position.getUnicode()));
        return out.toString();
    }

    private void add(String text, List<TextPosition> part) {
        if (Characters.strip(text).isEmpty()) {
            return;
        }
        TextPosition first = part.get(0);
        TextPosition last = part.get(part.size() - 1);
        double size = first.getFontSizeInPt();
        double end = last.getXDirAdj() + last.getWidthDirAdj();
        boolean bold = part.stream().allMatch(PdfPageReader::isBold);
        PdfPiece next = new PdfPiece(text, first.getXDirAdj(), end, size, bold);
        PdfPiece before = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        double gap = before == null ? 0 : next.x() - before.end();
        if (before != null && !isWide(gap, size) && !isEdgeBetween(before.x(), next.x(), first.getYDirAdj())) {
            String joined = before.text() + " " + text;
            pieces.set(
                    pieces.size() - 1,
                    new PdfPiece(joined, before.x(), end, Math.max(size, before.size()), bold && before.bold()));
        } else {
            pieces.add(next);
        }
    }

    private static boolean isBold(TextPosition position) {
        String name = position.getFont() == null ? null : position.getFont().getName();
        String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
        return position.getUnicode().isBlank()
                || lower.contains("bold")
                || lower.contains("black")
                || lower.contains("heavy");
    }

    @Override
    protected void writeWordSeparator() {
        // The positions of the words tell where one ends.
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    private void endLine() {
        int from = 0;
        for (int i = 1; i <= pieces.size(); i++) {
            if (i == pieces.size() || tableAt(pieces.get(i)) != tableAt(pieces.get(i - 1))) {
                lines.add(new PdfLine(List.copyOf(pieces.subList(from, i)), y, false));
                from = i;
            }
        }
        pieces.clear();
    }

    private @Nullable RuledTable tableAt(PdfPiece piece) {
        return PdfPage.tableAt(tables, piece, y);
    }

    /** A line on a page of a PDF: its pieces from left to right, separated by wide gaps. */
    record PdfLine(List<PdfPiece> pieces, double y, boolean furniture) {

        /** Adjacent words; distances and sizes in points from the left edge of the page. */
        record PdfPiece(String text, double x, double end, double size, boolean bold) {}

        String text() {
            StringBuilder out = new StringBuilder();
            pieces.forEach(piece -> out.append(out.isEmpty() ? "" : " ").append(Characters.strip(piece.text())));
            return out.toString();
        }

        double size() {
            return pieces.stream().mapToDouble(PdfPiece::size).max().orElse(0);
        }

        PdfLine asFurniture() {
            return new PdfLine(pieces, y, true);
        }
    }

    /** The lines of one page in reading order, in a list that is mutable, and the tables that the page draws. */
    record PdfPage(List<PdfLine> lines, List<RuledTable> tables, double height) {

        /** The table around the line, or null; a line ends where a table begins or ends. */
        @Nullable
        RuledTable tableAround(PdfLine line) {
            return tableAt(tables, line.pieces().get(0), line.y());
        }

        static @Nullable RuledTable tableAt(List<RuledTable> tables, PdfPiece piece, double y) {
            return tables.stream()
                    .filter(table -> cell(table, piece, y) != null)
                    .findFirst()
                    .orElse(null);
        }

        /** The cell of a piece of a line: that of the middle of its letters. */
        static @Nullable RuledCell cell(RuledTable table, PdfPiece piece, double y) {
            return table.cellAt((piece.x() + piece.end()) / 2, y - piece.size() / 3);
        }

        /** The left edge of the text, in points. */
        double leftEdge() {
            return lines.stream()
                    .filter(line -> !line.furniture())
                    .mapToDouble(line -> line.pieces().get(0).x())
                    .min()
                    .orElse(0);
        }

        /** The usual distance between lines, in points: a third of the distances are at most this. */
        double leading() {
            double[] distances = new double[Math.max(0, lines.size() - 1)];
            int count = 0;
            for (int i = 1; i < lines.size(); i++) {
                double down = lines.get(i).y() - lines.get(i - 1).y();
                double size = Math.max(6, lines.get(i).size());
                if (down > size * 0.5 && down < size * 2.6) {
                    distances[count++] = down;
                }
            }
            if (count == 0) {
                return 20;
            }
            Arrays.sort(distances, 0, count);
            return distances[count / 3];
        }
    }
}
