package org.convergence.directory.people.domain.imports;

import java.util.List;
import org.convergence.platform.imports.ColumnRecogniser;
import org.convergence.platform.imports.ImportColumn;
import org.jspecify.annotations.Nullable;

/** Recognises the columns of a list by their titles, and addresses by their format. */
final class ListColumnRecognition {

    private ListColumnRecognition() {}

    static List<@Nullable ImportColumn> of(ImportSubject subject, List<String> head, List<List<String>> samples) {
        List<@Nullable ImportColumn> columns = ColumnRecogniser.recognise(ListImportColumn.of(subject), head);
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at) == null && holdsAddresses(at, samples)) {
                columns.set(at, ListImportColumn.MAIL);
            }
        }
        if (columns.contains(ListImportColumn.GIVEN_NAME) && !columns.contains(ListImportColumn.FAMILY_NAME)) {
            // Beside a first name, a column called name holds the last name.
            columns.replaceAll(column -> column == ListImportColumn.FULL_NAME ? ListImportColumn.FAMILY_NAME : column);
        }
        return columns;
    }

    private static boolean holdsAddresses(int at, List<List<String>> samples) {
        List<String> filled = samples.stream()
                .map(cells -> at < cells.size() ? cells.get(at) : "")
                .filter(cell -> !cell.isEmpty())
                .toList();
        long mails = filled.stream()
                .filter(cell -> cell.matches("[^\\s@]+@[^\\s@]+"))
                .count();
        return !filled.isEmpty() && mails * 2 > filled.size();
    }
}
