package org.convergence.plan.realisation.domain;

import java.util.List;
import java.util.stream.Stream;
import org.convergence.platform.imports.ImportLine;
import org.convergence.platform.imports.Outcome;
import org.convergence.platform.imports.Remark;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file as it is understood.
 *
 * @param number as a spreadsheet shows it
 * @param title what stands where the title should be
 * @param entry what it would record; {@code null} where it cannot be taken
 * @param problems what is wrong with it
 * @param notes what was understood without being written, such as the action meant by the number of a means
 */
record RowReading(int number, String title, @Nullable Entry entry, List<RowProblem> problems, List<Remark> notes) {

    RowReading {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** What is recorded: it can be taken, and either nothing is wrong or one does without what is; else {@code null}. */
    @Nullable
    Entry taken(boolean lenient) {
        return problems.isEmpty() || (lenient && problems.stream().noneMatch(RowProblem::grave)) ? entry : null;
    }

    /** What becomes of it, with all there is to say. */
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
