package org.convergence.platform.formfilling;

import static java.util.stream.Collectors.toMap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** A form in an Excel workbook. */
final class ExcelForm implements FillableForm {

    /** The most texts that are read to guess places. */
    private static final int MOST_TEXTS = 20_000;

    /** A longer text is a sentence of the instructions, beside which nothing is asked. */
    private static final int LONGEST_LABEL = 80;

    private final byte[] file;
    private final List<String> sheets = new ArrayList<>();
    private final List<FormText> texts = new ArrayList<>();
    private final Set<String> formulas = new HashSet<>();
    private final List<String> places;

    private ExcelForm(byte[] file, XSSFWorkbook workbook) {
        this.file = file;
        Set<String> beside = new LinkedHashSet<>();
        for (Sheet sheet : workbook) {
            sheets.add(sheet.getSheetName());
            if (workbook.getSheetVisibility(workbook.getSheetIndex(sheet)) == SheetVisibility.VISIBLE) {
                readSheet(sheet, beside);
            }
        }
        this.places = List.copyOf(beside);
    }

    /**
     * A text of the form, folded.
     *
     * @param right the column right of it, or of the cells merged with it
     */
    private record FormText(String sheet, int row, int column, int right, String text) {

        boolean holds(List<String> wanted) {
            return wanted.stream().anyMatch(each -> (" " + text + " ").contains(" " + each + " "));
        }
    }

    static ExcelForm read(byte[] file) {
        try (XSSFWorkbook workbook = open(file)) {
            return new ExcelForm(file, workbook);
        } catch (IOException e) {
            throw new Refused("formfilling.refused.damaged");
        }
    }

    private static XSSFWorkbook open(byte[] file) throws IOException {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(file));
        } catch (RuntimeException damaged) {
            throw new Refused("formfilling.refused.damaged");
        }
    }

    private void readSheet(Sheet sheet, Set<String> beside) {
        Map<CellAddress, Integer> lastColumns = sheet.getMergedRegions().stream()
                .collect(toMap(
                        range -> new CellAddress(range.getFirstRow(), range.getFirstColumn()),
                        CellRangeAddress::getLastColumn,
                        Math::max));
        for (Row row : sheet) {
            for (Cell cell : row) {
                readCell(sheet, cell, 1 + lastColumns.getOrDefault(cell.getAddress(), cell.getColumnIndex()), beside);
            }
        }
    }

    private void readCell(Sheet sheet, Cell cell, int right, Set<String> beside) {
        if (cell.getCellType() == CellType.FORMULA) {
            formulas.add(name(sheet.getSheetName(), cell.getRowIndex(), cell.getColumnIndex()));
        }
        if (cell.getCellType() != CellType.STRING || texts.size() == MOST_TEXTS) {
            return;
        }
        String text = TextNormalizer.fold(cell.getStringCellValue());
        if (text.isEmpty()) {
            return;
        }
        texts.add(new FormText(sheet.getSheetName(), cell.getRowIndex(), cell.getColumnIndex(), right, text));
        Cell next = cell.getRow().getCell(right);
        if (beside.size() < MOST_PLACES && (next == null || next.getCellType() == CellType.BLANK)) {
            beside.add(name(sheet.getSheetName(), cell.getRowIndex(), right));
        }
    }

    private String name(String sheet, int row, int column) {
        String cell = new CellReference(row, column).formatAsString();
        return sheet.equals(sheets.get(0)) ? cell : sheet + "!" + cell;
    }

    @Override
    public List<String> places() {
        return places;
    }

    @Override
    public Optional<String> guess(List<String> row, List<String> column) {
        List<String> heads = folded(column);
        for (String wanted : folded(row)) {
            for (FormText label : texts) {
                if (label.text().length() <= LONGEST_LABEL && label.holds(List.of(wanted))) {
                    Optional<String> found = heads.isEmpty()
                            ? Optional.of(name(label.sheet(), label.row(), label.right()))
                            : head(label, heads).map(head -> name(label.sheet(), label.row(), head.column()));
                    if (found.isPresent()) {
                        return found.filter(place -> !formulas.contains(place));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The nearest head above a label, right of it. */
    private Optional<FormText> head(FormText label, List<String> heads) {
        return texts.stream()
                .filter(each -> each.sheet().equals(label.sheet())
                        && each.row() < label.row()
                        && each.column() > label.column()
                        && each.holds(heads))
                .reduce((first, second) -> second.row() > first.row() ? second : first);
    }

    private static List<String> folded(Collection<String> texts) {
        return texts.stream()
                .map(TextNormalizer::fold)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    @Override
    public List<String> resolve(Collection<String> wanted) {
        try (XSSFWorkbook workbook = open(file)) {
            return wanted.stream()
                    .map(place -> cell(workbook, place))
                    .map(cell -> name(cell.getSheet().getSheetName(), cell.getRowIndex(), cell.getColumnIndex()))
                    .toList();
        } catch (IOException e) {
            throw new Refused("formfilling.refused.damaged");
        }
    }

    @Override
    public void fill(Map<String, Object> values, Words t, OutputStream out) throws IOException {
        try (XSSFWorkbook workbook = open(file)) {
            values.forEach((place, value) -> write(cell(workbook, place), value, t));
            workbook.setForceFormulaRecalculation(true);
            workbook.write(out);
        }
    }

    private static void write(Cell cell, Object value, Words t) {
        if (value instanceof BigDecimal amount) {
            cell.setCellValue(amount.doubleValue());
        } else if (value instanceof LocalDate day) {
            if (DateUtil.isADateFormat(
                    cell.getCellStyle().getDataFormat(), cell.getCellStyle().getDataFormatString())) {
                cell.setCellValue(day);
            } else {
                cell.setCellValue(t.date(day));
            }
        } else {
            cell.setCellValue(value.toString());
        }
    }

    /** The cell of a place: of merged cells, the first. */
    private static Cell cell(XSSFWorkbook workbook, String place) {
        Sheet sheet = workbook.getSheetAt(0);
        int mark = place.lastIndexOf('!');
        if (mark >= 0) {
            sheet = workbook.getSheet(place.substring(0, mark).replaceAll("^'|'$", ""));
        }
        CellReference at = reference(place.substring(mark + 1).strip());
        if (sheet == null || at == null) {
            throw new Refused("formfilling.refused.place", place);
        }
        int row = at.getRow();
        int column = at.getCol();
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            if (merged.isInRange(row, column)) {
                row = merged.getFirstRow();
                column = merged.getFirstColumn();
            }
        }
        Row line = sheet.getRow(row);
        Cell cell = (line == null ? sheet.createRow(row) : line)
                .getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        if (cell.getCellType() == CellType.FORMULA) {
            throw new Refused("formfilling.refused.formula", place);
        }
        return cell;
    }

    private static @Nullable CellReference reference(String cell) {
        String name = cell.toUpperCase(Locale.ROOT).replace("$", "");
        return name.matches("[A-Z]{1,3}[1-9][0-9]{0,6}")
                        && CellReference.cellReferenceIsWithinRange(
                                name.replaceAll("[0-9]", ""),
                                name.replaceAll("[A-Z]", ""),
                                SpreadsheetVersion.EXCEL2007)
                ? new CellReference(name)
                : null;
    }
}
