package org.convergence.plan.realisation.domain;

import java.util.List;
import java.util.stream.Stream;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportRemark;
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
record ReadRealisationRow(
        int number,
        String title,
        @Nullable RealisationEntry entry,
        List<RealisationRowProblem> problems,
        List<ImportRemark> notes) {
    /**
     * A problem in a row of a file.
     *
     * @param grave whether the row cannot be imported at all, or only without this value
     */
    record RealisationRowProblem(ImportRemark remark, boolean grave) {

        static RealisationRowProblem blocking(RealisationColumn column, String key, Object... arguments) {
            return new RealisationRowProblem(ImportRemark.onColumn(column, key, arguments), true);
        }

        static RealisationRowProblem minor(RealisationColumn column, String key, Object... arguments) {
            return new RealisationRowProblem(ImportRemark.onColumn(column, key, arguments), false);
        }
    }

    ReadRealisationRow {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** The entry to record if the row has no problem, or only ones accepted by lenient import; else {@code null}. */
    @Nullable
    RealisationEntry entryToRecord(boolean lenient) {
        return problems.isEmpty() || (lenient && problems.stream().noneMatch(RealisationRowProblem::grave))
                ? entry
                : null;
    }

    /** The outcome of the row, with all its remarks. */
    ImportLineResult outcome(boolean lenient) {
        RealisationEntry taken = entryToRecord(lenient);
        Stream<ImportRemark> newcomers = taken == null
                ? Stream.of()
                : taken.newcomers().stream()
                        .map(name -> ImportRemark.onColumn(
                                RealisationColumn.ORGANISATIONS, UnknownOrganisationQueries.NEWCOMER, name));
        List<ImportRemark> remarks = Stream.of(
                        problems.stream().map(RealisationRowProblem::remark), newcomers, notes.stream())
                .flatMap(each -> each)
                .toList();
        return new ImportLineResult(
                number, title, taken == null ? ImportOutcome.ASIDE : ImportOutcome.CREATED, remarks);
    }
}
