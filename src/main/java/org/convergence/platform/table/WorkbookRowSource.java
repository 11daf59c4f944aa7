package org.convergence.platform.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.convergence.platform.table.UnreadableTable.UnreadableReason;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** The rows of the first visible sheet of a workbook; formulas give their last computed value. */
final class WorkbookRowSource implements RowSource {

    private static final int MOST_DIGITS = 400;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final TableLimits limits;

    private WorkbookRowSource(ReadableWorkbook workbook, Stream<Row> stream, TableLimits limits) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
        this.limits = limits;
    }

    static WorkbookRowSource open(Path file, TableLimits limits) throws IOException {
        WorkbookArchiveCheck.check(file, limits);
        ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        Sheet sheet = workbook.getSheets()
                .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseThrow(() -> new UnreadableTable(UnreadableReason.EMPTY));
        return new WorkbookRowSource(workbook, sheet.openStream(), limits);
    }

    @Override
    public @Nullable TableRow next() {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            List<String> cells = new ArrayList<>(Math.min(row.getCellCount(), limits.columns() + 1));
            for (int i = 0; i < row.getCellCount(); i++) {
                Cell cell = row.hasCell(i) ? row.getCell(i) : null;
                cells.add(cell == null ? "" : text(cell, row.getRowNum()));
            }
            return new TableRow(row.getRowNum(), cells);
        } catch (UnreadableTable e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnreadableTable(UnreadableReason.DAMAGED);
        }
    }

    private String text(Cell cell, int row) {
        if (cell.getType() == CellType.ERROR || cell.getType() == CellType.EMPTY) {
            return "";
        }
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue().strip();
        if (raw.length() > limits.cell()) {
            throw new UnreadableTable(UnreadableReason.CELL_TOO_LONG, limits.cell(), row);
        }
        boolean number = cell.getValue() instanceof BigDecimal;
        if (number && isDate(cell)) {
            return date(cell);
        } else if (number) {
            BigDecimal plain = new BigDecimal(raw).round(new MathContext(15));
            // Written in full, 1E999999999 would fill the memory.
            if (Math.abs((long) plain.precision() - plain.scale()) > MOST_DIGITS) {
                return raw;
            }
            return plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
        }
        return raw;
    }

    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        if (id != null && ((id >= 14 && id <= 17) || id == 22)) {
            return true;
        } else if (format == null) {
            return false;
        }
        String marks = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
        return marks.contains("y") || marks.contains("d") || marks.contains("aa");
    }

    private static String date(Cell cell) {
        LocalDateTime time = cell.asDate();
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : time.toString();
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
