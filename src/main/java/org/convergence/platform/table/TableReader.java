package org.convergence.platform.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.ToIntFunction;
import org.convergence.platform.table.UnreadableTable.UnreadableReason;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table in CSV or Excel, row by row: format, encoding and separator are detected. The head is the first row
 * with at least two filled cells, so that a title above it does no harm; blank rows are skipped.
 */
public final class TableReader implements Closeable {

    private static final int HEAD_WITHIN = 20;

    /** The most rows in which titles stand. */
    private static final int HEAD_ROWS = 3;

    /** A file of more bytes is read once completely at opening, so that a problem at its end is reported at once. */
    private static final long LONG = 1_000_000;

    private final Path file;
    private final RowSource source;
    private final TableLimits limits;
    private final List<TableRow> ahead = new ArrayList<>();
    private TableRow first = new TableRow(1, List.of());
    private List<String> head;
    private int read;

    private TableReader(Path file, RowSource source, TableLimits limits) {
        this.file = file;
        this.source = source;
        this.limits = limits;
        this.head = findHead();
    }

    /**
     * Opens a file within the usual limits.
     *
     * @throws UnreadableTable if it cannot be read
     */
    public static TableReader open(InputStream in) {
        return open(in, TableLimits.USUAL);
    }

    /**
     * Opens a file; a temporary copy is kept until the reader is closed.
     *
     * @throws UnreadableTable if it cannot be read
     */
    public static TableReader open(InputStream in, TableLimits limits) {
        Path file = null;
        RowSource source = null;
        try {
            file = Files.createTempFile("table", null);
            UploadSpooler.copy(in, file, limits.bytes());
            if (Files.size(file) > LONG) {
                goThrough(file, limits);
            }
            source = source(file, limits);
            return new TableReader(file, source, limits);
        } catch (IOException | RuntimeException e) {
            discard(source, file);
            throw e instanceof UnreadableTable unreadable ? unreadable : new UnreadableTable(UnreadableReason.DAMAGED);
        }
    }

    private static RowSource source(Path file, TableLimits limits) throws IOException {
        return switch (UploadSpooler.kind(file)) {
            case WORKBOOK -> WorkbookRowSource.open(file, limits);
            case TEXT -> CsvRowSource.open(file, limits);
        };
    }

    private static void goThrough(Path file, TableLimits limits) throws IOException {
        try (RowSource all = source(file, limits)) {
            new TableReader(file, all, limits).rows().forEachRemaining(row -> {});
        }
    }

    private static void discard(@Nullable RowSource source, @Nullable Path file) {
        try {
            if (source != null) {
                source.close();
            }
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // The system clears its temporary files.
        }
    }

    private List<String> findHead() {
        List<TableRow> first = new ArrayList<>();
        TableRow found = null;
        while (first.size() < HEAD_WITHIN && found == null) {
            TableRow row = next();
            if (row == null) {
                break;
            }
            first.add(row);
            found = row.filled() >= 2 ? row : null;
        }
        if (first.isEmpty()) {
            throw new UnreadableTable(UnreadableReason.EMPTY);
        }
        if (found == null) {
            found = first.get(0);
            ahead.addAll(first.subList(1, first.size()));
        }
        this.first = found;
        int last = found.cells().size();
        while (last > 0 && found.cells().get(last - 1).isEmpty()) {
            last--;
        }
        return found.cells().subList(0, last);
    }

    private @Nullable TableRow next() {
        TableRow row = source.next();
        while (row != null && row.isBlank()) {
            row = source.next();
        }
        if (row != null
                && row.cells().size() > limits.columns()
                && row.cells().stream().skip(limits.columns()).anyMatch(cell -> !cell.isEmpty())) {
            throw new UnreadableTable(UnreadableReason.TOO_MANY_COLUMNS, limits.columns());
        }
        return row;
    }

    /** The titles of the columns; empty texts where there are none. */
    public List<String> head() {
        return head;
    }

    /**
     * Prefers one of the two rows below an incomplete head, alone or read with it, where more of its titles are known:
     * lists with two rows of titles, such as "Téléphone" above "Bureau" and "Cellulaire". To be called before {@link
     * #rows}.
     *
     * @param known how many of these titles are known
     */
    public void preferHead(ToIntFunction<List<String>> known) {
        List<TableRow> below = new ArrayList<>();
        while (below.size() < HEAD_ROWS - 1) {
            TableRow row = ahead.isEmpty() ? next() : ahead.remove(0);
            if (row == null) {
                break;
            }
            below.add(row);
        }
        int own = known.applyAsInt(head);
        int most = Math.max(1, own);
        int taken = 0;
        List<String> best = head;
        for (int i = 0; i < below.size(); i++) {
            List<String> cells = below.get(i).cells();
            boolean partial = own == 0
                    || head.contains("")
                    || cells.stream().skip(head.size()).anyMatch(cell -> !cell.isEmpty());
            boolean words = cells.stream().noneMatch(cell -> cell.matches("(?s).*[@0-9].*"));
            for (List<String> titles : List.of(cells, together(head, cells))) {
                int count = partial && words ? known.applyAsInt(titles) : 0;
                if (count > most) {
                    most = count;
                    best = titles;
                    taken = i + 1;
                }
            }
        }
        head = best;
        ahead.addAll(0, below.subList(taken, below.size()));
    }

    /** Titles under titles, read together. */
    private static List<String> together(List<String> upper, List<String> lower) {
        List<String> titles = new ArrayList<>();
        for (int at = 0; at < Math.max(upper.size(), lower.size()); at++) {
            String above = at < upper.size() ? upper.get(at) : "";
            String below = at < lower.size() ? lower.get(at) : "";
            titles.add((above + " " + below).strip());
        }
        return titles;
    }

    /** Treats the presumed head as a row, as in files of banks; to be called before {@link #rows}. */
    public void treatHeadAsRow() {
        ahead.add(0, first);
        head = Collections.nCopies(first.cells().size(), "");
    }

    /**
     * The rows below the head, to be iterated once.
     *
     * @throws UnreadableTable while they are read, if a limit is exceeded or the file is damaged
     */
    public Iterator<TableRow> rows() {
        return new Iterator<>() {
            private @Nullable TableRow coming;

            @Override
            public boolean hasNext() {
                if (coming == null) {
                    coming = take();
                }
                return coming != null;
            }

            @Override
            public TableRow next() {
                if (!hasNext() || coming == null) {
                    throw new NoSuchElementException();
                }
                TableRow row = coming;
                coming = null;
                return row;
            }
        };
    }

    private @Nullable TableRow take() {
        TableRow row = ahead.isEmpty() ? next() : ahead.remove(0);
        if (row == null) {
            return null;
        } else if (++read > limits.rows()) {
            throw new UnreadableTable(UnreadableReason.TOO_MANY_ROWS, limits.rows());
        }
        List<String> cells = new ArrayList<>(row.cells());
        while (cells.size() < head.size()) {
            cells.add("");
        }
        return new TableRow(row.number(), cells);
    }

    /** Deletes the temporary copy. */
    @Override
    public void close() {
        discard(source, file);
    }
}
