package org.convergence.plan.realisation.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.plan.realisation.domain.ReadRealisationRow.RealisationRowProblem;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.NumberReader;
import org.jspecify.annotations.Nullable;

/** The cells of a row by column, and the problems found in them. */
final class ImportRowCells {

    private final ImportRow row;
    private final List<RealisationRowProblem> problems = new ArrayList<>();
    private final List<ImportRemark> notes = new ArrayList<>();

    ImportRowCells(ImportRow row) {
        this.row = row;
    }

    /** The text of a cell, or empty. */
    String text(RealisationColumn column) {
        return row.of(column).replace("\u0000", "").replace("\r\n", "\n").strip();
    }

    /** A day; {@code null} if it is missing, or unreadable, which makes the row unusable. */
    @Nullable
    LocalDate date(RealisationColumn column) {
        String text = text(column);
        Optional<LocalDate> date = DateReader.read(text);
        if (!text.isEmpty() && date.isEmpty()) {
            addError(column, "realisation.import.unread-date", text);
        }
        return date.orElse(null);
    }

    @Nullable
    Integer wholeNumber(RealisationColumn column, int most) {
        String text = text(column);
        Optional<Integer> number = NumberReader.wholeNumber(text).filter(each -> each >= 0 && each <= most);
        if (!text.isEmpty() && number.isEmpty()) {
            addWarning(column, "realisation.import.unread-number", text);
        }
        return number.orElse(null);
    }

    @Nullable
    BigDecimal hours(RealisationColumn column, int most) {
        String text = text(column);
        Optional<BigDecimal> hours = NumberReader.hours(text)
                .filter(each -> each.signum() >= 0 && each.compareTo(BigDecimal.valueOf(most)) <= 0);
        if (!text.isEmpty() && hours.isEmpty()) {
            addWarning(column, "realisation.import.unread-hours", text);
        }
        return hours.orElse(null);
    }

    void addError(RealisationColumn column, String key, Object... arguments) {
        problems.add(RealisationRowProblem.blocking(column, key, arguments));
    }

    void addWarning(RealisationColumn column, String key, Object... arguments) {
        problems.add(RealisationRowProblem.minor(column, key, arguments));
    }

    void addNote(RealisationColumn column, String key, Object... arguments) {
        notes.add(ImportRemark.onColumn(column, key, arguments));
    }

    boolean isUnusable() {
        return problems.stream().anyMatch(RealisationRowProblem::grave);
    }

    List<RealisationRowProblem> problems() {
        return problems;
    }

    List<ImportRemark> notes() {
        return notes;
    }
}
