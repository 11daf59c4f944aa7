package org.convergence.platform.table;

import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table row by row. A cell is text, a number, a {@code LocalDate}, an {@code Instant} (in the reader's zone),
 * a {@code Boolean} (as a word), or nothing; anything else is written as its text. Spreadsheets never execute text as a
 * formula.
 */
public final class TableWriter {

    private TableWriter() {}

    /**
     * Writes the head and then each row, and leaves the stream open.
     *
     * @param name the table's name; also that of the sheet
     */
    public static void write(
            TableFormat format,
            String name,
            List<String> head,
            Iterator<? extends List<? extends @Nullable Object>> rows,
            Words words,
            OutputStream out) {
        switch (format) {
            case CSV -> CsvTableWriter.write(head, rows, words, out);
            case XLSX -> {
                try (ExcelWorkbook workbook = new ExcelWorkbook(out, words)) {
                    workbook.addSheet(name, head, rows);
                }
            }
        }
    }
}
