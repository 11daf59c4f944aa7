package org.convergence.plan.reading.domain.sheet;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.reading.domain.sheet.SheetLine.SheetLineCorrection;
import org.convergence.plan.reading.domain.sheet.SheetLine.SheetLineKind;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A read plan as a list of lines in order. Every operation returns a new sheet and keeps all text: a dropped line
 * becomes unplaced.
 *
 * @param title the plan's title, or empty
 * @param rows its lines; the parent of each is the nearest less deep line before it
 * @param nextId id of the next new line
 * @param warnings decisions of the reader to be checked
 * @param from first day of its period, as far as the file says it
 * @param adoption the sentence of its adoption
 */
public record Sheet(
        String title,
        List<SheetLine> rows,
        int nextId,
        List<SheetWarning> warnings,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String adoption) {

    public Sheet {
        rows = List.copyOf(rows);
        warnings = List.copyOf(warnings);
    }

    /** A decision to check: its kind, the text, and the page and line of the file. */
    @Schema(name = "ReadingWarning", description = "A decision made while reading")
    public record SheetWarning(String kind, String words, int page, int line) {}

    /** The number of lines of a kind. */
    public long count(SheetLineKind kind) {
        return rows.stream().filter(row -> row.kind() == kind).count();
    }

    /**
     * The line with this id.
     *
     * @throws NotFound if there is none
     */
    public SheetLine row(int id) {
        return rows.get(indexOf(id));
    }

    /** Changes the text, kind and position of a line. */
    public Sheet correct(int id, SheetLineCorrection wanted) {
        int index = indexOf(id);
        List<SheetLine> changed = new ArrayList<>(rows);
        changed.set(
                index,
                rows.get(index)
                        .withKind(wanted.kind())
                        .withText(wanted.code(), wanted.title(), wanted.text())
                        .withTags(wanted.area(), wanted.commitment()));
        Sheet sheet = with(changed);
        if (wanted.kind() != rows.get(index).kind()) {
            sheet = sheet.outOfTheWay(index);
        }
        Integer under = wanted.under();
        return under == null || under == id ? sheet : sheet.moveUnder(id, under);
    }

    /** Removes a line from the plan; its children go under the line before it. Its text stays visible at the end. */
    public Sheet drop(int id) {
        int index = indexOf(id);
        List<SheetLine> changed = new ArrayList<>(rows);
        changed.set(index, rows.get(index).withKind(SheetLineKind.UNPLACED));
        return with(changed).outOfTheWay(index);
    }

    /** A line that became a section or unplaced leaves its objective, so that the lines after it stay there. */
    private Sheet outOfTheWay(int index) {
        List<SheetLine> changed = new ArrayList<>(rows);
        SheetLineKind kind = rows.get(index).kind();
        if (kind == SheetLineKind.UNPLACED) {
            changed.add(changed.remove(index));
        } else if (kind == SheetLineKind.SECTION) {
            int above = index - 1;
            while (above >= 0
                    && rows.get(above).kind() != SheetLineKind.OBJECTIVE
                    && rows.get(above).kind() != SheetLineKind.SECTION) {
                above--;
            }
            if (above >= 0 && rows.get(above).kind() == SheetLineKind.OBJECTIVE) {
                changed.add(above, changed.remove(index));
            }
        }
        return with(changed);
    }

    /** The id of the line before this one, or its own where it is the first. */
    public int previousId(int id) {
        int index = indexOf(id);
        return rows.get(Math.max(0, index - 1)).id();
    }

    /** Moves a line, with its children, before the preceding line of the same depth. */
    public Sheet moveUp(int id) {
        int index = indexOf(id);
        int target = index - 1;
        while (target >= 0 && depth(target) > depth(index)) {
            target--;
        }
        return target < 0 ? this : moved(index, target);
    }

    /** Moves a line, with its children, after the following line of the same depth. */
    public Sheet moveDown(int id) {
        int index = indexOf(id);
        int next = end(index);
        return next >= rows.size() ? this : moved(index, end(next));
    }

    private Sheet moveUnder(int id, int parent) {
        int index = indexOf(id);
        int above = indexOf(parent);
        if (depth(above) >= depth(index) || (above >= index && above < end(index))) {
            throw new Refused("reading.move.wrong");
        }
        return moved(index, end(above));
    }

    /** Splits a line in two at the first empty line of its text. */
    public Sheet split(int id) {
        int index = indexOf(id);
        SheetLine row = rows.get(index);
        String[] parts = row.text().split("\\n\\s*\\n", 2);
        if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
            throw new Refused("reading.split.where");
        }
        List<SheetLine> changed = new ArrayList<>(rows);
        changed.set(index, row.withText(row.code(), row.title(), parts[0].strip()));
        SheetLine second = new SheetLine(
                nextId,
                row.kind(),
                "",
                "",
                parts[1].strip(),
                row.section(),
                row.area(),
                row.commitment(),
                row.conditions(),
                "",
                "",
                "",
                null);
        changed.add(end(index), second);
        return new Sheet(title, changed, nextId + 1, warnings, from, to, adoption);
    }

    /** Appends a line's text to the line before it, which also takes its children. */
    public Sheet join(int id) {
        int index = indexOf(id);
        if (index == 0) {
            throw new Refused("reading.join.first");
        }
        SheetLine before = rows.get(index - 1);
        SheetLine row = rows.get(index);
        String words =
                String.join(" ", List.of(row.code(), row.title(), row.text())).strip();
        List<SheetLine> changed = new ArrayList<>(rows);
        changed.set(
                index - 1,
                before.withText(
                        before.code(), before.title(), (before.text() + " " + words.replaceAll(" +", " ")).strip()));
        changed.remove(index);
        return with(changed);
    }

    private Sheet moved(int index, int target) {
        int end = end(index);
        List<SheetLine> block = List.copyOf(rows.subList(index, end));
        List<SheetLine> changed = new ArrayList<>(rows);
        changed.subList(index, end).clear();
        changed.addAll(target > index ? target - block.size() : target, block);
        return with(changed);
    }

    private int end(int index) {
        int end = index + 1;
        while (end < rows.size() && depth(end) > depth(index)) {
            end++;
        }
        return end;
    }

    private int depth(int index) {
        return rows.get(index).kind().depth();
    }

    private int indexOf(int id) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id() == id) {
                return i;
            }
        }
        throw new NotFound();
    }

    private Sheet with(List<SheetLine> changed) {
        return new Sheet(title, changed, nextId, warnings, from, to, adoption);
    }
}
