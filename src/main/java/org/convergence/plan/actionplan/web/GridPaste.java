package org.convergence.plan.actionplan.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.plan.actionplan.web.GridPage.GridColumn;
import org.convergence.plan.actionplan.web.GridPage.GridRow;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;

/**
 * Pastes cells of a spreadsheet over the lines of the grid from one cell on: rows go down, columns to the right. An
 * empty cell keeps the current value; text that does not fit is returned for display.
 */
final class GridPaste {

    private static final int LONGEST = 200_000;
    private static final List<GridColumn> COLUMNS = List.of(GridColumn.values());

    private final List<GridRow> rows;
    private final PlanDayReader days;
    private final Words t;
    private int cells;
    private int lines;
    private final StringBuilder beyond = new StringBuilder();

    private GridPaste(List<GridRow> rows, PlanDayReader days, Words t) {
        this.rows = new ArrayList<>(rows);
        this.days = days;
        this.t = t;
    }

    /** The lines after pasting, and the result. */
    record PasteResult(List<GridRow> rows, int cells, int lines, String beyond) {}

    static PasteResult paste(List<GridRow> rows, Form form, PlanDayReader days, Words t) {
        var paste = new GridPaste(rows, days, t);
        String text = form.value("pasted");
        // Lines beyond the limit are not pasted, but returned for display.
        int cut = text.length() <= LONGEST ? text.length() : text.lastIndexOf('\n', LONGEST) + 1;
        paste.pasteTable(table(text.substring(0, cut)), form);
        paste.beyond.append(text, cut, text.length());
        return new PasteResult(
                paste.rows, paste.cells, paste.lines, paste.beyond.toString().strip());
    }

    private void pasteTable(List<List<String>> table, Form form) {
        int at = start(form.value("line"));
        int first = column(form.value("column"));
        List<List<String>> body = !table.isEmpty() && isHead(table.get(0)) ? table.subList(1, table.size()) : table;
        for (List<String> values : body) {
            if (at < rows.size()) {
                rows.set(at, pasteRow(rows.get(at), values, first));
            } else {
                beyond.append(String.join("\t", values)).append('\n');
            }
            at++;
        }
    }

    private GridRow pasteRow(GridRow row, List<String> values, int first) {
        Set<GridColumn> filled = EnumSet.noneOf(GridColumn.class);
        List<String> outside = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i).strip();
            int index = first + i;
            boolean inside = index < COLUMNS.size();
            if (value.isEmpty()) {
                continue;
            }
            if (!inside || !row.rights().writes(COLUMNS.get(index))) {
                outside.add(value);
                continue;
            }
            GridColumn column = COLUMNS.get(index);
            String typed = toCellValue(column, value);
            if (!typed.equals(row.form().value(column.field()))) {
                row.form().with(column.field(), typed);
                filled.add(column);
            }
        }
        if (!outside.isEmpty()) {
            beyond.append(String.join("\t", outside)).append('\n');
        }
        if (filled.isEmpty()) {
            return row;
        }
        cells += filled.size();
        lines++;
        return row.withPasted(filled);
    }

    /** A spreadsheet's value in the cell's format; unchanged if it is not understood. */
    private String toCellValue(GridColumn column, String value) {
        if (column.isDay()) {
            List<LocalDate> read = days.read(column.field(), value);
            return read.size() == 1 ? read.get(0).toString() : value;
        }
        if (column == GridColumn.EFFORT) {
            return ActionFollowUpForm.parseSize(value).map(EffortSize::name).orElse(value);
        }
        if (column == GridColumn.STATED) {
            return stated(value);
        }
        return value.replaceAll("\\s*\\R\\s*", " ");
    }

    private String stated(String value) {
        String folded = TextNormalizer.fold(value);
        for (ActionState state : ActionState.values()) {
            boolean named = TextNormalizer.fold(t.say("actionplan.state." + state.name()))
                    .startsWith(folded);
            if (state.isSetAside() && state != ActionState.DROPPED && named) {
                return state.name();
            }
        }
        return value;
    }

    private boolean isHead(List<String> values) {
        List<String> heads = new ArrayList<>();
        for (GridColumn column : COLUMNS) {
            heads.add(TextNormalizer.fold(column.label(t)));
        }
        return values.stream().anyMatch(value -> !value.isBlank())
                && values.stream()
                        .filter(value -> !value.isBlank())
                        .map(TextNormalizer::fold)
                        .allMatch(heads::contains);
    }

    private int start(String line) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().toString().equals(line)) {
                return i;
            }
        }
        return 0;
    }

    private static int column(String name) {
        List<String> names = COLUMNS.stream().map(GridColumn::name).toList();
        return Math.max(0, names.indexOf(name));
    }

    /** Parses the clipboard format of spreadsheets: separated by tabs, in quotes if a cell has several lines. */
    private static List<List<String>> table(String text) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator('\t')
                .skipEmptyLines(false)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        } catch (CsvParseException | java.io.IOException unquoted) {
            return text.lines().map(line -> List.of(line.split("\t", -1))).toList();
        }
    }
}
