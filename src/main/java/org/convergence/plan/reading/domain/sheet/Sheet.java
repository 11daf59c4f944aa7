package org.convergence.plan.reading.domain.sheet;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.reading.domain.sheet.SheetLine.SheetLineCorrection;
import org.convergence.plan.reading.domain.sheet.SheetLine.SheetLineKind;
import org.convergence.plan.reading.domain.sheet.SheetLine.SheetLinesCorrection;
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
                        .withTags(wanted.area(), wanted.commitment())
                        .withFollowUp(wanted.responsible(), wanted.due(), wanted.rhythm()));
        Sheet sheet = with(changed);
        if (wanted.kind() != rows.get(index).kind()) {
            sheet = sheet.outOfTheWay(index);
        }
        Integer under = wanted.under();
        return under == null || under == id ? sheet : sheet.moveUnder(id, under);
    }

    /**
     * Corrects many lines at once. What lies below a line that is put elsewhere goes with it.
     *
     * @throws Refused if nothing would change, or a line cannot be put under the wanted parent
     */
    public Sheet correctAll(Set<Integer> ids, SheetLinesCorrection wanted) {
        SheetLineKind kind = wanted.kind();
        Integer under = wanted.under();
        if (kind != null && under != null && kind.depth() != row(under).kind().depth() + 1) {
            throw new Refused("reading.move.wrong");
        }
        Sheet sheet = this;
        for (int id : outermost(ids)) {
            sheet = sheet.tagged(sheet.indexOf(id), wanted);
            if (under != null) {
                sheet = sheet.moveUnder(id, under);
            }
        }
        if (under == null && kind != null) {
            for (SheetLine row : rows) {
                if (ids.contains(row.id()) && row.kind() != kind) {
                    sheet = sheet.withKind(row.id(), kind);
                }
            }
        }
        if (sheet.equals(this)) {
            throw new Refused("reading.many.nothing");
        }
        return sheet;
    }

    /** The lines among these that are not below another one of them. */
    private List<Integer> outermost(Set<Integer> ids) {
        List<Integer> found = new ArrayList<>();
        int end = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (i >= end && ids.contains(rows.get(i).id())) {
                found.add(rows.get(i).id());
                end = end(i);
            }
        }
        return found;
    }

    /** The area of each means and the commitment of each action, from a line to the last one below it. */
    private Sheet tagged(int index, SheetLinesCorrection wanted) {
        Area area = wanted.area();
        Commitment commitment = wanted.commitment();
        List<SheetLine> changed = new ArrayList<>(rows);
        for (int i = index; i < end(index); i++) {
            SheetLine row = rows.get(i);
            changed.set(
                    i,
                    row.withTags(
                            area != null && row.kind() == SheetLineKind.MEANS ? area : row.area(),
                            commitment != null && row.kind().isAction() ? commitment : row.commitment()));
        }
        return with(changed);
    }

    private Sheet withKind(int id, SheetLineKind kind) {
        int index = indexOf(id);
        List<SheetLine> changed = new ArrayList<>(rows);
        changed.set(index, rows.get(index).withKind(kind));
        return with(changed).outOfTheWay(index);
    }

    /** Removes a line from the plan; its children go under the line before it. Its text stays visible at the end. */
    public Sheet drop(int id) {
        return withKind(id, SheetLineKind.UNPLACED);
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
        return target < 0 ? this : moved(index, end(index), target);
    }

    /** Moves a line, with its children, after the following line of the same depth. */
    public Sheet moveDown(int id) {
        int index = indexOf(id);
        int next = end(index);
        return next >= rows.size() ? this : moved(index, next, end(next));
    }

    /** Puts a line below another one, at the level that it has there; what is below it keeps its distance. */
    private Sheet moveUnder(int id, int parent) {
        int index = indexOf(id);
        int above = indexOf(parent);
        SheetLineKind kind = rows.get(above).kind();
        if (!kind.leads() || (above >= index && above < end(index))) {
            throw new Refused("reading.move.wrong");
        }
        int deeper = kind.depth() + 1 - depth(index);
        List<SheetLine> changed = new ArrayList<>(rows);
        for (int i = index; i < end(index); i++) {
            changed.set(i, rows.get(i).withKind(SheetLineKind.ofDepth(depth(i) + deeper)));
        }
        int end = end(index);
        return with(changed).moved(index, end, end(above));
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

    private Sheet moved(int index, int end, int target) {
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
