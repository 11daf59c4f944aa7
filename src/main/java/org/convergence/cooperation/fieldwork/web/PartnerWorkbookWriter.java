package org.convergence.cooperation.fieldwork.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryRow;
import org.convergence.cooperation.fieldwork.domain.PartnerWorkbook;
import org.convergence.cooperation.fieldwork.domain.PartnerWorkbookColumn;
import org.convergence.cooperation.fieldwork.domain.PartnerWorkbookService.SheetEntry;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;

/**
 * Writes a workbook for a partner, in the words of its page (R-PART-6): a hidden column with the number of each row and
 * the version of its entry, what it told before, and empty rows; only the cells to fill in are open.
 */
final class PartnerWorkbookWriter {

    private static final int EMPTY_ROWS = 100;
    private static final int HEAD = 1;
    private static final int WIDE = 50;
    private static final int NARROW = 16;

    /** The width of a character, in the unit of a sheet. */
    private static final int CHARACTER = 256;

    private PartnerWorkbookWriter() {}

    /** The columns of a kind of entry, in order, with the message keys of their titles. */
    private static Map<PartnerWorkbookColumn, String> columns(PartnerEntryKind kind) {
        Map<PartnerWorkbookColumn, String> columns = new LinkedHashMap<>();
        columns.put(PartnerWorkbookColumn.DAY, "public.fieldwork.on." + kind);
        if (kind != PartnerEntryKind.HAPPENED) {
            columns.put(PartnerWorkbookColumn.LABEL, "public.fieldwork.label." + kind);
            columns.put(PartnerWorkbookColumn.FIGURE, "public.fieldwork.figure." + kind);
        }
        if (kind == PartnerEntryKind.SPENT) {
            columns.put(PartnerWorkbookColumn.CURRENCY, "public.fieldwork.currency");
        }
        columns.put(PartnerWorkbookColumn.DETAILS, "public.fieldwork.details." + kind);
        if (kind == PartnerEntryKind.HAPPENED) {
            columns.put(PartnerWorkbookColumn.WOMEN, "public.fieldwork.people.women");
            columns.put(PartnerWorkbookColumn.MEN, "public.fieldwork.people.men");
            columns.put(PartnerWorkbookColumn.OTHERS, "public.fieldwork.people.others");
            columns.put(PartnerWorkbookColumn.NOT_STATED, "public.fieldwork.people.notStated");
        }
        return columns;
    }

    /** The workbook mapped by the titles that this writes. */
    static PartnerWorkbook mapped(PartnerWorkbook it, NotesWords t) {
        Map<String, String> titles = new HashMap<>();
        columns(it.kind()).forEach((column, key) -> titles.put(TextNormalizer.fold(t.say(key)), column.name()));
        titles.put(TextNormalizer.fold(it.mark()), PartnerWorkbookColumn.NUMBER.name());
        return new PartnerWorkbook(it.workbook(), it.organisation(), it.kind(), it.name(), true, titles);
    }

    static void write(PartnerWorkbook it, List<SheetEntry> entries, NotesWords t, OutputStream out) throws IOException {
        Map<PartnerWorkbookColumn, String> columns = columns(it.kind());
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet(t.say("public.fieldwork.kind." + it.kind()));
            // First: Excel wants the columns in order.
            sheet.setColumnHidden(0, true);
            sheet.createRow(0).createCell(1).setCellValue(t.say("public.fieldwork.workbook.help"));
            XSSFRow head = sheet.createRow(HEAD);
            head.createCell(0).setCellValue(it.mark());
            CellStyle bold = workbook.createCellStyle();
            XSSFFont font = workbook.createFont();
            font.setBold(true);
            bold.setFont(font);
            bold.setWrapText(true);
            List<CellStyle> styles = new ArrayList<>();
            columns.forEach((column, key) -> {
                XSSFCell cell = head.createCell(styles.size() + 1);
                cell.setCellValue(t.say(key));
                cell.setCellStyle(bold);
                sheet.setColumnWidth(
                        styles.size() + 1, (column == PartnerWorkbookColumn.DETAILS ? WIDE : NARROW) * CHARACTER);
                styles.add(openStyle(workbook, column));
            });
            int last = 0;
            for (SheetEntry each : entries) {
                String key = "#" + each.key() + "/" + each.entry().version();
                write(sheet, key, each.entry(), columns.keySet(), styles);
                last = Math.max(last, TextParser.wholeNumber(each.key()).orElse(0));
            }
            for (int empty = 1; empty <= EMPTY_ROWS; empty++) {
                write(sheet, "#" + (last + empty) + "/0", null, columns.keySet(), styles);
            }
            sheet.createFreezePane(0, HEAD + 1);
            // Without a password: it keeps fingers off the numbers of the rows, and hides nothing.
            sheet.enableLocking();
            workbook.write(out);
        }
    }

    /** Of a cell to fill in. */
    private static CellStyle openStyle(XSSFWorkbook workbook, PartnerWorkbookColumn column) {
        CellStyle style = workbook.createCellStyle();
        style.setLocked(false);
        style.setWrapText(column == PartnerWorkbookColumn.DETAILS);
        if (column == PartnerWorkbookColumn.DAY) {
            style.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        }
        return style;
    }

    private static void write(
            XSSFSheet sheet,
            String key,
            @Nullable PartnerEntryRow entry,
            Iterable<PartnerWorkbookColumn> columns,
            List<CellStyle> styles) {
        XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
        row.createCell(0).setCellValue(key);
        int at = 1;
        for (PartnerWorkbookColumn column : columns) {
            XSSFCell cell = row.createCell(at);
            cell.setCellStyle(styles.get(at - 1));
            write(cell, entry == null ? null : value(entry, column));
            at++;
        }
    }

    private static @Nullable Object value(PartnerEntryRow entry, PartnerWorkbookColumn column) {
        return switch (column) {
            case DAY -> entry.happenedOn();
            case LABEL -> entry.label();
            case FIGURE ->
                entry.figure() == null ? entry.typed() : entry.figure().stripTrailingZeros();
            case CURRENCY -> entry.currency();
            case DETAILS -> entry.details();
            case WOMEN -> entry.women();
            case MEN -> entry.men();
            case OTHERS -> entry.others();
            case NOT_STATED -> entry.notStated();
            case NUMBER -> null;
        };
    }

    private static void write(XSSFCell cell, @Nullable Object value) {
        if (value instanceof LocalDate day) {
            cell.setCellValue(day);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof String text && !text.isEmpty()) {
            cell.setCellValue(text);
        }
    }
}
