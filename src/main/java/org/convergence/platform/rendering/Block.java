package org.convergence.platform.rendering;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convergence.platform.chart.Drawing;
import org.jspecify.annotations.Nullable;

/** A block of content under a heading. */
public sealed interface Block {

    /** Characters of the line on which one signs. */
    int SIGNATURE = 44;

    /** A paragraph. */
    record Paragraph(List<Inline> parts) implements Block {

        /** Copies the list. */
        public Paragraph {
            parts = List.copyOf(parts);
        }
    }

    /** A list; each item is made of blocks. */
    record ItemList(boolean numbered, List<List<Block>> items) implements Block {

        /** Copies the lists. */
        public ItemList {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /** A quotation. */
    record Quote(List<Block> blocks) implements Block {

        /** Copies the list. */
        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    /** A title within a section, not listed in the contents. */
    record Subheading(String text) implements Block {}

    /** A table with column titles. */
    record Table(String caption, List<Column> columns, List<List<Cell>> rows) implements Block {

        private static final int MOST_SHORT_ROWS = 8;
        private static final int MOST_SHORT_TEXT = 400;

        /** Copies the lists; each row must have as many cells as there are columns. */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Cell> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("A row has another number of cells than columns in " + caption);
                }
            }
        }

        /** The same table with a last row in bold, which sums up the others. */
        public Table withTotal(List<Cell> total) {
            return new Table(
                    caption,
                    columns,
                    Stream.concat(
                                    rows.stream(),
                                    Stream.of(total.stream().map(Cell::strong).toList()))
                            .toList());
        }

        /** The same table without columns that are empty in every row. */
        public Table withoutEmptyColumns() {
            List<Integer> said = IntStream.range(0, columns.size())
                    .filter(column ->
                            rows.stream().anyMatch(row -> !row.get(column).isEmpty()))
                    .boxed()
                    .toList();
            return new Table(
                    caption,
                    said.stream().map(columns::get).toList(),
                    rows.stream()
                            .map(row -> said.stream().map(row::get).toList())
                            .toList());
        }

        /** Whether it is short enough to stay on one page, with its title: otherwise half a page may stay empty. */
        public boolean isShort() {
            return rows.size() <= MOST_SHORT_ROWS
                    && rows.stream()
                                    .flatMap(List::stream)
                                    .mapToInt(cell -> Inline.text(cell.parts()).length())
                                    .sum()
                            <= MOST_SHORT_TEXT;
        }
    }

    /**
     * A column of a table.
     *
     * @param figures whether it holds figures, aligned on their right
     */
    record Column(String title, boolean figures) {

        /** A column of text. */
        public static Column words(String title) {
            return new Column(title, false);
        }

        /** A column of figures. */
        public static Column figures(String title) {
            return new Column(title, true);
        }
    }

    /**
     * A cell of a table.
     *
     * @param parts the text
     * @param value the number, date or text for a spreadsheet; {@code null} for the text itself
     */
    record Cell(List<Inline> parts, @Nullable Object value) {

        /** Copies the list. */
        public Cell {
            parts = List.copyOf(parts);
        }

        /** Whether it shows nothing. */
        public boolean isEmpty() {
            return Inline.text(parts).isBlank();
        }

        /** The same cell in bold. */
        Cell strong() {
            return isEmpty() ? this : new Cell(List.of(new Inline.Strong(parts)), value);
        }

        /** A cell of text. */
        public static Cell of(String text) {
            return new Cell(Inline.of(text), null);
        }

        /** A cell of text with its value. */
        public static Cell of(String text, Object value) {
            return new Cell(Inline.of(text), value);
        }
    }

    /** Key figures side by side that sum up the following text. */
    record Figures(List<Figure> figures) implements Block {

        /** Copies the list. */
        public Figures {
            figures = List.copyOf(figures);
        }

        /** The same figures without their sources. */
        Figures withoutSources() {
            return new Figures(figures.stream()
                    .map(each -> new Figure(each.figure(), each.caption(), List.of()))
                    .toList());
        }
    }

    /**
     * A key figure in large type.
     *
     * @param figure its formatted value
     * @param caption what it counts
     * @param evidence its source, usually a link; may be empty
     */
    record Figure(String figure, String caption, List<Inline> evidence) {

        /** Copies the list. */
        public Figure {
            evidence = List.copyOf(evidence);
        }
    }

    /** A chart. */
    record Chart(Drawing drawing) implements Block {}

    /**
     * A photograph.
     *
     * @param bytes JPEG or PNG, read at rendering; {@code null} if it no longer exists
     * @param address its path on this site
     * @param description alternative text
     * @param caption text under it; may be empty
     */
    record Photograph(Supplier<byte @Nullable []> bytes, String address, String description, String caption)
            implements Block {}

    /** A remark beside the text. */
    record Note(List<Inline> parts) implements Block {

        /** Copies the list. */
        public Note {
            parts = List.copyOf(parts);
        }
    }

    /** A page break. */
    record PageBreak() implements Block {}

    /** A place to sign: room, a line, and under it the party, its name or what to write. */
    static Block signature(String party) {
        return new Paragraph(Inline.lines("\n\n" + "_".repeat(SIGNATURE) + "\n" + party));
    }

    /** A paragraph of plain text. */
    static Block text(String text) {
        return new Paragraph(Inline.of(text));
    }
}
