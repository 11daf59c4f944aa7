package org.convergence.plan.reading.domain.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineCell;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineLook;
import org.convergence.plan.reading.domain.text.ManuscriptLine.ManuscriptPart;
import org.convergence.plan.reading.domain.text.PdfPageReader.PdfLine;
import org.convergence.plan.reading.domain.text.PdfPageReader.PdfLine.PdfPiece;
import org.convergence.plan.reading.domain.text.PdfPageReader.PdfPage;
import org.convergence.plan.reading.domain.text.RuledTable.RuledCell;
import org.jspecify.annotations.Nullable;

/** Reads the tables whose cells have edges, cell by cell; a table goes on over the end of a page. */
final class PdfTableReader {

    /** Points per character, as in {@link PdfReader}. */
    private static final double CHARACTER = 5.0;

    /** The white space beside the edge of a cell, in points. */
    private static final double PADDING = 8;

    private static final Pattern ITEM = Pattern.compile("^([-–—•▪◦*·]|\\(?\\d{1,2}[.)]|[a-z]\\))\\s.*");

    private final LineCollector lines;
    private @Nullable RuledTable last;
    private int tables;
    private int firstRow;

    PdfTableReader(LineCollector lines) {
        this.lines = lines;
    }

    /** What was read last is not a table. */
    void leave() {
        last = null;
    }

    /** Adds the text of the whole table. */
    void add(PdfPage page, RuledTable table) {
        RuledTable before = last;
        if (before != null && before.goesOnIn(table)) {
            firstRow += before.rowCount();
        } else {
            tables++;
            firstRow = 0;
        }
        last = table;
        cells(page, table).values().forEach(row -> row.values().forEach(this::add));
    }

    /** The pieces of text by row and column. */
    private static Map<Integer, Map<Integer, List<CellPiece>>> cells(PdfPage page, RuledTable table) {
        Map<Integer, Map<Integer, List<CellPiece>>> cells = new TreeMap<>();
        for (PdfLine line : page.lines()) {
            for (PdfPiece piece : line.furniture() ? List.<PdfPiece>of() : line.pieces()) {
                RuledCell cell = PdfPage.cell(table, piece, line.y());
                if (cell != null) {
                    cells.computeIfAbsent(cell.row(), row -> new TreeMap<>())
                            .computeIfAbsent(cell.column(), column -> new ArrayList<>())
                            .add(new CellPiece(piece, line.y(), cell));
                }
            }
        }
        return cells;
    }

    private record CellPiece(PdfPiece piece, double y, RuledCell cell) {

        boolean endsWithHyphen() {
            return piece.text().strip().endsWith("-");
        }

        boolean isOnLineOf(CellPiece other) {
            return Math.abs(y - other.y) < piece.size() / 2;
        }

        /** Whether its line was broken before the next one because the next word did not fit. */
        boolean wrapsInto(CellPiece next) {
            String text = next.piece.text().strip();
            if (ITEM.matcher(text).matches()) {
                return false;
            }
            int space = text.indexOf(' ');
            double letter = (next.piece.end() - next.piece.x()) / Math.max(1, text.length());
            double word = (space < 0 ? text.length() : space) * letter;
            return piece.end() + word + letter > cell.end() - PADDING;
        }
    }

    /**
     * Adds a cell: its paragraphs, without the ends of lines that only its width made. A line that ends with a hyphen
     * stays one: whether it cuts a word is decided with the whole file known.
     */
    private void add(List<CellPiece> pieces) {
        StringBuilder text = new StringBuilder();
        CellPiece first = null;
        CellPiece before = null;
        for (CellPiece piece : pieces) {
            boolean goesOn = before != null
                    && (piece.isOnLineOf(before) || (before.wrapsInto(piece) && !before.endsWithHyphen()));
            if (first != null && !goesOn) {
                add(first, text.toString());
                first = null;
            }
            if (first == null) {
                first = piece;
                text.setLength(0);
            }
            text.append(text.isEmpty() ? "" : " ")
                    .append(Characters.strip(piece.piece().text()));
            before = piece;
        }
        if (first != null) {
            add(first, text.toString());
        }
    }

    private void add(CellPiece first, String text) {
        RuledCell cell = first.cell();
        PdfPiece piece = first.piece();
        LineLook look = new LineLook(
                0,
                0,
                0,
                (int) Math.round((cell.end() - piece.x()) / CHARACTER),
                (int) Math.round(piece.size()),
                piece.bold(),
                false);
        lines.add(
                text,
                "",
                look,
                new LineCell(tables, firstRow + cell.row(), cell.column(), cell.span()),
                ManuscriptPart.BODY);
    }
}
