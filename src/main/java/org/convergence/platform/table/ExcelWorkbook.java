package org.convergence.platform.table;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.convergence.platform.text.Words;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes an Excel workbook, sheet after sheet, row by row. Cells are as in {@link TableWriter}. The stream stays open.
 */
public final class ExcelWorkbook implements AutoCloseable {

    private static final int LONGEST_CELL = 32_767;
    private static final int LONGEST_NAME = 31;
    private static final int FLUSHED_EVERY = 500;
    private static final Pattern FORBIDDEN_IN_NAMES = Pattern.compile("[\\[\\]:*?/\\\\\\p{Cntrl}\\s]+");
    private static final Pattern FORBIDDEN_IN_CELLS = Pattern.compile("[\\p{Cntrl}\\uFFFE\\uFFFF&&[^\\n\\t\\r]]");

    private final org.dhatim.fastexcel.Workbook workbook;
    private final Words words;
    private final Set<String> names = new HashSet<>();

    public ExcelWorkbook(OutputStream out, Words words) {
        this.workbook = new org.dhatim.fastexcel.Workbook(new FlushOnCloseOutputStream(out), "Convergence", "1.0");
        this.words = words;
    }

    /** Writes a sheet: its frozen head, then each row. */
    public void addSheet(String name, List<String> head, Iterator<? extends List<? extends @Nullable Object>> rows) {
        try {
            Worksheet sheet = workbook.newWorksheet(freeName(name));
            sheet.freezePane(0, 1);
            for (int column = 0; column < head.size(); column++) {
                sheet.value(0, column, text(head.get(column)));
                sheet.style(0, column).bold().wrapText(true).set();
                sheet.width(column, Math.max(10, Math.min(50, head.get(column).length() + 4)));
            }
            int at = 1;
            for (; rows.hasNext(); at++) {
                int column = 0;
                for (Object cell : rows.next()) {
                    write(sheet, at, column++, cell);
                }
                if (at % FLUSHED_EVERY == 0) {
                    sheet.flush();
                }
            }
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Worksheet sheet, int row, int column, @Nullable Object cell) {
        if (cell == null) {
            return;
        } else if (cell instanceof Number number) {
            sheet.value(row, column, new BigDecimal(number.toString()));
        } else if (cell instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (cell instanceof Instant instant) {
            sheet.value(row, column, LocalDateTime.ofInstant(instant, words.zone()));
            sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
        } else if (cell instanceof Boolean yes) {
            sheet.value(row, column, words.say(yes ? "table.yes" : "table.no"));
        } else {
            // Written as a string, which no spreadsheet executes, whatever its first character.
            sheet.value(row, column, text(cell.toString()));
        }
    }

    private static String text(String text) {
        String allowed = FORBIDDEN_IN_CELLS.matcher(text).replaceAll(" ");
        return allowed.length() > LONGEST_CELL ? allowed.substring(0, LONGEST_CELL - 1) + "…" : allowed;
    }

    private String freeName(String wanted) {
        String plain = FORBIDDEN_IN_NAMES.matcher(wanted).replaceAll(" ").strip();
        plain = plain.replaceAll("^'+|'+$", "");
        String base = plain.isEmpty() ? "Table" : plain;
        String name = base.length() > LONGEST_NAME ? base.substring(0, LONGEST_NAME) : base;
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            String ending = " " + i;
            name = base.substring(0, Math.min(base.length(), LONGEST_NAME - ending.length())) + ending;
        }
        return name;
    }

    /** Ends the file. */
    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stream whose {@code close} only flushes: the caller closes the underlying stream. */
    private static final class FlushOnCloseOutputStream extends FilterOutputStream {

        FlushOnCloseOutputStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
