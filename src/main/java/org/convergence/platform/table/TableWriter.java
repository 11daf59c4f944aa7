package org.convergence.platform.table;

import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table row by row. A cell is text, a number, a {@code LocalDate}, an {@code Instant} (told in the reader's zone),
 * a {@code Boolean} (told in words), or nothing; anything else is written as its text. Text is never taken for a formula
 * by a spreadsheet.
 */
public final class TableWriter {

    private TableWriter() {}

    /**
     * Writes the head and then each row, and leaves the stream open.
     *
     * @param name what the table is of; the sheet is named after it
     */
    public static void write(
            TableFormat format,
            String name,
            List<String> head,
            Iterator<? extends List<? extends @Nullable Object>> rows,
            Words words,
            OutputStream out) {
        switch (format) {
            case CSV -> CsvFile.write(head, rows, words, out);
            case XLSX -> {
                try (Workbook workbook = new Workbook(out, words)) {
                    workbook.sheet(name, head, rows);
                }
            }
        }
    }
}
