package org.convergence.plan.reading.domain.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convergence.plan.reading.domain.text.Manuscript.FileKind;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineCell;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineLook;
import org.convergence.plan.reading.domain.text.ManuscriptLine.ManuscriptPart;
import org.convergence.plan.reading.domain.text.ManuscriptReader.LineReader;
import org.convergence.plan.reading.domain.text.PlanRefused.PlanRefusalReason;
import org.convergence.plan.reading.domain.text.WorkbookSheet.SheetCell;

/**
 * Reads Excel workbooks since 2007. The rows of each visible sheet become a table, like one in Word; the rows above it
 * that fill less than half of its width are lines of their own, such as a title or a period.
 */
final class WorkbookReader implements LineReader {

    /** Names that the program gives to a sheet, which say nothing. */
    private static final Pattern NO_NAME =
            Pattern.compile("(?:feuil|feuille|sheet|hoja|tabelle)[ _]?\\d*", Pattern.CASE_INSENSITIVE);

    private int tables;

    @Override
    public Manuscript read(WrittenFile file, ReadingBudget budget) {
        try (ZippedDocument workbook = ZippedDocument.open(file.content(), budget.limits())) {
            String main = workbook.mainPath();
            String folder = main.substring(0, main.lastIndexOf('/') + 1);
            WorkbookValues values = WorkbookValues.read(workbook, folder, budget);
            LineCollector lines = new LineCollector(budget);
            List<WorkbookSheet> sheets = new ArrayList<>();
            for (PlanWorkbookSheet entry : sheets(workbook, main, folder)) {
                if (!entry.visible()) {
                    lines.add(entry.name(), "", LineLook.plain(0, 0, false), null, ManuscriptPart.HIDDEN);
                    continue;
                }
                try (XmlPart part = workbook.part(entry.path())) {
                    WorkbookSheet sheet = part == null ? null : WorkbookSheet.read(entry.name(), part, values, budget);
                    if (sheet != null && !sheet.rows().isEmpty()) {
                        sheets.add(sheet);
                    }
                }
            }
            if (sheets.isEmpty()) {
                throw new PlanRefused(PlanRefusalReason.EMPTY);
            }
            for (WorkbookSheet sheet : sheets) {
                boolean named =
                        sheets.size() > 1 && !NO_NAME.matcher(sheet.name()).matches();
                write(sheet, named, lines);
                lines.newPage();
            }
            return new Manuscript(FileKind.WORKBOOK, lines.lines());
        } catch (IOException e) {
            throw new PlanRefused(PlanRefusalReason.UNREADABLE, e);
        }
    }

    /**
     * A sheet as the workbook lists it.
     *
     * @param path where its cells are in the file
     */
    private record PlanWorkbookSheet(String name, String path, boolean visible) {}

    private static List<PlanWorkbookSheet> sheets(ZippedDocument workbook, String main, String folder)
            throws IOException {
        Map<String, String> targets = new HashMap<>();
        String links = folder + "_rels/" + main.substring(folder.length()) + ".rels";
        try (XmlPart part = workbook.part(links)) {
            while (part != null && part.next()) {
                String id = part.isStartOf("Relationship") ? part.attribute("Id") : null;
                String target = id == null ? null : part.attribute("Target");
                if (id != null && target != null) {
                    targets.put(id, target.startsWith("/") ? target.substring(1) : folder + target);
                }
            }
        }
        List<PlanWorkbookSheet> entries = new ArrayList<>();
        try (XmlPart part = workbook.part(main)) {
            while (part != null && part.next()) {
                if (part.isStartOf("sheet")) {
                    String name = part.attribute("name");
                    String state = part.attribute("state");
                    String path = targets.getOrDefault(String.valueOf(part.attribute("id")), "");
                    entries.add(new PlanWorkbookSheet(
                            name == null ? "" : name, path, state == null || state.equals("visible")));
                }
            }
        }
        return entries;
    }

    private void write(WorkbookSheet sheet, boolean named, LineCollector lines) {
        if (named) {
            lines.add(sheet.name(), "", heading(sheet.name()), null, ManuscriptPart.BODY);
        }
        var rows = sheet.rows();
        int widest = rows.values().stream().mapToInt(NavigableMap::size).max().orElse(0);
        boolean table = widest > 1;
        int first = number(rows, cells -> cells.size() * 2 >= widest);
        int last = number(rows.descendingMap(), cells -> cells.size() > 1 || !table);
        // A lone cell after the last full row belongs to the table unless an empty row parts it from there.
        while (rows.containsKey(last + 1)) {
            last++;
        }
        TreeSet<Integer> columns = new TreeSet<>();
        rows.subMap(first, true, last, true).values().forEach(row -> columns.addAll(row.keySet()));
        tables += table ? 1 : 0;
        int before = rows.firstKey();
        for (var row : rows.entrySet()) {
            int number = row.getKey();
            if (number > before + 1) {
                lines.gap();
            }
            before = number;
            if (!table || number < first || number > last) {
                line(number, row.getValue(), lines);
            } else {
                row(number, row.getValue(), columns, lines);
            }
        }
    }

    /** The number of the first of these rows whose cells are so. */
    private static int number(
            NavigableMap<Integer, NavigableMap<Integer, SheetCell>> rows,
            Predicate<NavigableMap<Integer, SheetCell>> isSo) {
        return rows.entrySet().stream()
                .filter(row -> isSo.test(row.getValue()))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElseGet(rows::firstKey);
    }

    /** A row outside the table: its cells in one line, as in "Période : | 2026-2027". */
    private static void line(int number, NavigableMap<Integer, SheetCell> cells, LineCollector lines) {
        String text = cells.values().stream().map(SheetCell::text).collect(Collectors.joining(" "));
        boolean strong = cells.values().stream().allMatch(SheetCell::bold);
        for (String piece : text.split("\n", -1)) {
            lines.onLine(number);
            lines.add(piece, "", new LineLook(0, 0, 0, piece.length(), 0, strong, false), null, ManuscriptPart.BODY);
        }
    }

    /** A row of the table; columns that are empty in all of it do not count. */
    private void row(
            int number, NavigableMap<Integer, SheetCell> cells, NavigableSet<Integer> columns, LineCollector lines) {
        boolean banner = cells.size() == 1 && cells.firstEntry().getValue().bold();
        for (var entry : cells.entrySet()) {
            int column = columns.headSet(entry.getKey()).size();
            int span = banner
                    ? columns.size() - column
                    : Math.max(
                            1,
                            columns.subSet(entry.getKey(), entry.getValue().lastColumn() + 1)
                                    .size());
            LineCell cell = new LineCell(tables, number, column, span);
            for (String piece : entry.getValue().text().split("\n", -1)) {
                LineLook look = new LineLook(
                        0, 0, 0, piece.length(), 0, entry.getValue().bold(), false);
                lines.onLine(number);
                lines.add(piece, "", look, cell, ManuscriptPart.BODY);
            }
        }
    }

    private static LineLook heading(String name) {
        return new LineLook(1, 0, 0, name.length(), 0, true, true);
    }
}
