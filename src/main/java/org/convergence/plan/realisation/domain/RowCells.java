package org.convergence.plan.realisation.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.Remark;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.NumberReader;
import org.jspecify.annotations.Nullable;

/** The cells of a row by column, and the problems found in them. */
final class RowCells {

    private final ImportRow row;
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<Remark> notes = new ArrayList<>();

    RowCells(ImportRow row) {
        this.row = row;
    }

    /** The text of a cell, or empty. */
    String text(Column column) {
        return row.of(column).replace("\u0000", "").replace("\r\n", "\n").strip();
    }

    /** A day; {@code null} if it is missing, or unreadable, which makes the row unusable. */
    @Nullable
    LocalDate date(Column column) {
        String text = text(column);
        Optional<LocalDate> date = DateReader.read(text);
        if (!text.isEmpty() && date.isEmpty()) {
            grave(column, "realisation.import.unread-date", text);
        }
        return date.orElse(null);
    }

    @Nullable
    Integer whole(Column column, int most) {
        String text = text(column);
        Optional<Integer> number = NumberReader.whole(text).filter(each -> each >= 0 && each <= most);
        if (!text.isEmpty() && number.isEmpty()) {
            slight(column, "realisation.import.unread-number", text);
        }
        return number.orElse(null);
    }

    @Nullable
    BigDecimal hours(Column column, int most) {
        String text = text(column);
        Optional<BigDecimal> hours = NumberReader.hours(text)
                .filter(each -> each.signum() >= 0 && each.compareTo(BigDecimal.valueOf(most)) <= 0);
        if (!text.isEmpty() && hours.isEmpty()) {
            slight(column, "realisation.import.unread-hours", text);
        }
        return hours.orElse(null);
    }

    void grave(Column column, String key, Object... arguments) {
        problems.add(RowProblem.grave(column, key, arguments));
    }

    void slight(Column column, String key, Object... arguments) {
        problems.add(RowProblem.slight(column, key, arguments));
    }

    void note(Column column, String key, Object... arguments) {
        notes.add(Remark.in(column, key, arguments));
    }

    boolean isHopeless() {
        return problems.stream().anyMatch(RowProblem::grave);
    }

    List<RowProblem> problems() {
        return problems;
    }

    List<Remark> notes() {
        return notes;
    }
}
