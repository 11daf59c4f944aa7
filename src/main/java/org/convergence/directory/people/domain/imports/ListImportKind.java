package org.convergence.directory.people.domain.imports;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.imports.ListImportOptions.ExistingRecordPolicy;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ColumnRecogniser;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.ImportedRecord;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The common base of imports of organisations and of people; it recognises the contents of columns. */
@Requires(PeoplePermissions.IMPORT)
public abstract class ListImportKind implements ImportKind {

    private static final Pattern FAX = Pattern.compile("fax|telecop");

    /** The French title of a count, which begins as the Spanish one of a name. */
    private static final Pattern COUNT = Pattern.compile("nombre (?:de|d|total)(?: .*)?");

    private final ImportSubject subject;
    private final ExactMatchQueries exactMatchQueries;
    private final ImportUndo restoration;

    ListImportKind(ImportSubject subject, ExactMatchQueries exactMatchQueries, ImportUndo restoration) {
        this.subject = subject;
        this.exactMatchQueries = exactMatchQueries;
        this.restoration = restoration;
    }

    /** The records that it lists. */
    public ImportSubject subject() {
        return subject;
    }

    @Override
    public String name() {
        return subject.key();
    }

    @Override
    public String key() {
        return "people.import";
    }

    @Override
    public String labelKey() {
        return subject.key();
    }

    @Override
    public List<? extends ImportColumn> columns() {
        return ListImportColumn.of(subject);
    }

    @Override
    public List<@Nullable ImportColumn> recognise(List<String> head, List<List<String>> samples) {
        return ListImportKind.of(subject, head, samples);
    }

    @Override
    public Json choices(Words t) {
        return Json.of(new ListImportOptions(ExistingRecordPolicy.COMPLETE, t.say("people.import.untitled")));
    }

    @Override
    public void takeBack(ImportedRecord made, ImportFile file) {
        restoration.restore(made);
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        return exactMatchQueries.findNames(ids);
    }

    static List<@Nullable ImportColumn> of(ImportSubject subject, List<String> head, List<List<String>> samples) {
        List<@Nullable ImportColumn> columns = ColumnRecogniser.recognise(ListImportColumn.of(subject), head);
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at) == null && mostly(at, samples, cell -> cell.matches("[^\\s@]+@[^\\s@]+"))) {
                columns.set(at, ListImportColumn.MAIL);
            } else if (columns.get(at) == null
                    && !FAX.matcher(TextNormalizer.fold(head.get(at))).find()
                    && mostly(at, samples, ListCellReader::isPhone)) {
                columns.set(at, ListImportColumn.PHONE);
            }
        }
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at) == ListImportColumn.FULL_NAME
                    && COUNT.matcher(TextNormalizer.fold(head.get(at))).matches()) {
                columns.set(at, null);
            }
        }
        if (columns.contains(ListImportColumn.GIVEN_NAME) && !columns.contains(ListImportColumn.FAMILY_NAME)) {
            // Beside a first name, a column called name holds the last name.
            columns.replaceAll(column -> column == ListImportColumn.FULL_NAME ? ListImportColumn.FAMILY_NAME : column);
        }
        return columns;
    }

    /** Whether most of the filled cells of a column hold the same kind of value. */
    private static boolean mostly(int at, List<List<String>> samples, Predicate<String> kind) {
        List<String> filled = samples.stream()
                .map(cells -> at < cells.size() ? cells.get(at) : "")
                .filter(cell -> !cell.isEmpty())
                .toList();
        return !filled.isEmpty() && filled.stream().filter(kind).count() * 2 > filled.size();
    }

    /** The kind of records that a file lists. */
    public enum ImportSubject {
        ORGANISATIONS,
        PERSONS;

        /** The message key of its name. */
        public String key() {
            return "people." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** The kinds of records that an import creates or changes, as stored in its ledger. */
    public enum ImportedType {
        ORGANISATION,
        PERSON,
        AFFILIATION,
        FUNCTION
    }
}
