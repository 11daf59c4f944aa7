package org.convergence.platform.table;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.convergence.platform.table.UnreadableTable.UnreadableReason;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file; encoding and separator are detected. */
final class CsvRowSource implements RowSource {

    private static final String SEPARATORS = ";,\t|";
    private static final int TRIED = 15;

    private final Path file;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final TableLimits limits;
    private @Nullable CsvRecord last;

    private CsvRowSource(Path file, CsvReader<CsvRecord> reader, TableLimits limits) {
        this.file = file;
        this.reader = reader;
        this.records = reader.iterator();
        this.limits = limits;
    }

    static CsvRowSource open(Path file, TableLimits limits) throws IOException {
        Charset charset = TextEncoding.detect(file);
        char best = ',';
        double most = 0;
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char separator = SEPARATORS.charAt(i);
            double score = score(file, charset, separator, limits);
            if (score > most) {
                most = score;
                best = separator;
            }
        }
        return new CsvRowSource(file, reader(file, charset, best, limits), limits);
    }

    /** How well the first rows form columns: their usual number of columns, times the rows that have it. */
    private static double score(Path file, Charset charset, char separator, TableLimits limits) throws IOException {
        List<Integer> columns = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = reader(file, charset, separator, limits)) {
            for (CsvRecord row : reader) {
                if (row.getFieldCount() > 1) {
                    columns.add(row.getFieldCount());
                }
                if (row.getStartingLineNumber() > TRIED) {
                    break;
                }
            }
        } catch (CsvParseException e) {
            // An unclosed quotation mark is reported when the rows are read; those before it show the separator.
        }
        return columns.stream()
                .mapToDouble(count -> count * Math.pow(Collections.frequency(columns, count), 2))
                .max()
                .orElse(0);
    }

    private static CsvReader<CsvRecord> reader(Path file, Charset charset, char separator, TableLimits limits)
            throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .commentStrategy(CommentStrategy.NONE)
                .maxBufferSize(Math.max(64 * 1024, limits.cell() * 2))
                .ofCsvRecord(TextEncoding.open(file, charset));
    }

    @Override
    public @Nullable TableRow next() {
        try {
            if (!records.hasNext()) {
                requireWhole();
                return null;
            }
            CsvRecord row = records.next();
            last = row;
            List<String> cells = new ArrayList<>(row.getFieldCount());
            for (String cell : row.getFields()) {
                if (cell.length() > limits.cell()) {
                    throw tooLong(row.getStartingLineNumber());
                }
                cells.add(CsvTableWriter.unescape(cell.strip()).strip());
            }
            if (row.getStartingLineNumber() == 1 && cells.get(0).startsWith("sep=")) {
                return new TableRow(1, List.of());
            }
            return new TableRow(Math.toIntExact(row.getStartingLineNumber()), cells);
        } catch (CsvParseException e) {
            throw tooLong(0);
        } catch (UncheckedIOException e) {
            throw new UnreadableTable(UnreadableReason.DAMAGED);
        }
    }

    /**
     * Refuses a file truncated within a cell, or with an unclosed quotation mark, which would hide rows in that cell.
     */
    private void requireWhole() {
        CsvRecord row = last;
        String cell = row == null ? "" : row.getField(row.getFieldCount() - 1);
        if (row != null && !cell.isEmpty() && TextEncoding.endsWith(file, '"' + cell.replace("\"", "\"\""))) {
            throw new UnreadableTable(UnreadableReason.LEFT_OPEN, row.getStartingLineNumber());
        }
    }

    private UnreadableTable tooLong(long line) {
        return new UnreadableTable(UnreadableReason.CELL_TOO_LONG, limits.cell(), line);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
