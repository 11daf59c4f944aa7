package org.convergence.plan.realisation.domain;

import java.util.List;
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
public record RowReading(
        int number, String title, @Nullable Entry entry, List<RowProblem> problems, List<RowProblem> notes) {

    public RowReading {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** Whether it is recorded: it can be taken, and either nothing is wrong or one does without what is. */
    boolean isTaken(boolean lenient) {
        return entry != null
                && (problems.isEmpty() || (lenient && problems.stream().noneMatch(RowProblem::grave)));
    }
}
