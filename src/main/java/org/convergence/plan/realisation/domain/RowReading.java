package org.convergence.plan.realisation.domain;

import java.util.List;
import java.util.stream.Stream;
import org.convergence.platform.imports.ImportLine;
import org.convergence.platform.imports.Outcome;
import org.convergence.platform.imports.Remark;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file as understood.
 *
 * @param number as a spreadsheet shows it
 * @param title the text of its title column
 * @param entry what it would record; {@code null} if it cannot be imported
 * @param problems what is wrong with it
 * @param notes what was guessed, such as the action from the number of a means
 */
record RowReading(int number, String title, @Nullable Entry entry, List<RowProblem> problems, List<Remark> notes) {

    RowReading {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** The entry to record if the row has no problem, or only ones accepted by lenient import; else {@code null}. */
    @Nullable
    Entry taken(boolean lenient) {
        return problems.isEmpty() || (lenient && problems.stream().noneMatch(RowProblem::grave)) ? entry : null;
    }

    /** The outcome of the row, with all its remarks. */
    ImportLine line(boolean lenient) {
        Entry taken = taken(lenient);
        Stream<Remark> newcomers = taken == null
                ? Stream.of()
                : taken.newcomers().stream().map(name -> Remark.in(Column.ORGANISATIONS, PastNames.NEWCOMER, name));
        List<Remark> remarks = Stream.of(problems.stream().map(RowProblem::remark), newcomers, notes.stream())
                .flatMap(each -> each)
                .toList();
        return new ImportLine(number, title, taken == null ? Outcome.ASIDE : Outcome.CREATED, remarks);
    }
}
