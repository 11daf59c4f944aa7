package org.convergence.platform.rendering;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.convergence.platform.chart.Drawing;
import org.jspecify.annotations.Nullable;

/** What stands under a heading. */
public sealed interface Block {

    /** A paragraph. */
    record Paragraph(List<Inline> parts) implements Block {

        /** Makes the list its own. */
        public Paragraph {
            parts = List.copyOf(parts);
        }
    }

    /** A list; each item is made of blocks. */
    record Items(boolean numbered, List<List<Block>> items) implements Block {

        /** Makes the lists its own. */
        public Items {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /** Somebody's words. */
    record Quote(List<Block> blocks) implements Block {

        /** Makes the list its own. */
        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    /** A title within a section, not listed among the contents. */
    record Subheading(String text) implements Block {}

    /** Rows under titles. */
    record Table(String caption, List<Column> columns, List<List<Cell>> rows) implements Block {

        /** Makes the lists its own; each row has as many cells as there are columns. */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Cell> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("A row has not as many cells as columns in " + caption);
                }
            }
        }

        /** The same without the columns of which no row says anything. */
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

        /** Whether it is short enough to stay on one page, with the title over it. */
        public boolean isShort() {
            return rows.size() <= 8;
        }
    }

    /**
     * A column of a table.
     *
     * @param figures whether it holds figures, aligned on their right
     */
    record Column(String title, boolean figures) {

        /** A column of words. */
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
     * @param parts what is read
     * @param value the number, date or text that a spreadsheet gets instead; {@code null} for the words
     */
    record Cell(List<Inline> parts, @Nullable Object value) {

        /** Makes the list its own. */
        public Cell {
            parts = List.copyOf(parts);
        }

        boolean isEmpty() {
            return Inline.text(parts).isBlank();
        }

        /** Words. */
        public static Cell of(String text) {
            return new Cell(Inline.of(text), null);
        }

        /** Words for a value. */
        public static Cell of(String text, Object value) {
            return new Cell(Inline.of(text), value);
        }
    }

    /** Figures side by side that sum up what follows. */
    record Figures(List<Figure> figures) implements Block {

        /** Makes the list its own. */
        public Figures {
            figures = List.copyOf(figures);
        }
    }

    /**
     * A figure in large letters.
     *
     * @param figure as it is read
     * @param caption what it counts
     * @param evidence where it comes from, usually a link; may be empty
     */
    record Figure(String figure, String caption, List<Inline> evidence) {

        /** Makes the list its own. */
        public Figure {
            evidence = List.copyOf(evidence);
        }
    }

    /** A chart. */
    record Chart(Drawing drawing) implements Block {}

    /**
     * A photograph.
     *
     * @param bytes JPEG or PNG, read when it is rendered; {@code null} if it is not there any more
     * @param address where the page gets it
     * @param description what is seen, for who does not see it
     * @param caption what stands under it; may be empty
     */
    record Photograph(Supplier<byte @Nullable []> bytes, String address, String description, String caption)
            implements Block {}

    /** A remark beside the text. */
    record Note(List<Inline> parts) implements Block {

        /** Makes the list its own. */
        public Note {
            parts = List.copyOf(parts);
        }
    }

    /** What follows begins on a new page. */
    record PageBreak() implements Block {}

    /** A paragraph of plain words. */
    static Block text(String text) {
        return new Paragraph(Inline.of(text));
    }
}
