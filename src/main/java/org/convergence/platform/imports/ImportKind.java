package org.convergence.platform.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.access.Permitted;
import org.convergence.platform.database.Json;
import org.convergence.platform.table.TableLimits;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * A kind of importable list, contributed by the module that owns its records: the columns, how a line is matched with
 * known records, and how it is entered and undone. This module does the rest.
 */
public interface ImportKind extends Permitted {

    /** Its stable name ({@link ImportedList#name}). */
    default String name() {
        return declaration().name();
    }

    /** The prefix of its message keys ({@link ImportedList#key}). */
    default String key() {
        return declaration().key();
    }

    /** Message key of the name of its records. */
    default String labelKey() {
        return declaration().label();
    }

    private ImportedList declaration() {
        Class<?> type = ClassUtils.getUserClass(this);
        ImportedList declared = type.getAnnotation(ImportedList.class);
        if (declared == null) {
            throw new IllegalStateException(type + " names no list by @ImportedList");
        }
        return declared;
    }

    /** The possible columns. */
    List<? extends ImportColumn> columns();

    /** The columns without which no line can be entered. */
    default List<? extends ImportColumn> requiredColumns() {
        return List.of();
    }

    /** The size limits of a list of this kind. */
    default TableLimits limits() {
        return TableLimits.USUAL;
    }

    /**
     * Recognises the columns of a file, by their titles unless the kind knows more.
     *
     * @param samples some rows below the head
     * @return the meaning of each column, {@code null} if unknown
     */
    default List<@Nullable ImportColumn> recognise(List<String> head, List<List<String>> samples) {
        return ColumnRecogniser.recognise(columns(), head);
    }

    /** Whether the first row holds titles; if it is already a line, as in files of banks, the columns have none. */
    default boolean isHead(List<String> first) {
        return true;
    }

    /** Whether a row is passed over: its only cell was written by us, in a workbook to fill in. */
    default boolean isUnfilled(List<String> cells) {
        return false;
    }

    /**
     * The first understanding of a file.
     *
     * @param columns the meaning of each column, {@code null} if unknown
     */
    record RecognisedFile(List<@Nullable ImportColumn> columns, Json choices) {}

    /** As {@link #recognise}, for a kind whose columns depend on the initial choices, or the choices on the columns. */
    default RecognisedFile recogniseFile(List<String> head, List<List<String>> samples, Json choices) {
        return new RecognisedFile(recognise(head, samples), choices);
    }

    /** Called in the transaction that starts the entering of a file, with its final columns. */
    default void entering(ImportFile file) {}

    /** The initial choices in addition to the columns; any record as JSON. */
    default Json choices(Words t) {
        return Json.empty();
    }

    /** Starts processing rows, from the first on. Data to compare with is fetched once. */
    ImportProcessor begin(Json choices);

    /**
     * Undoes one record, unless it was changed since; a record that was only changed is set back.
     *
     * @throws org.convergence.platform.database.EditConflict if it was changed since
     * @throws org.convergence.platform.database.Refused if other records depend on it
     * @throws org.convergence.platform.database.NotFound if it no longer exists
     */
    void takeBack(ImportedRecord made, ImportFile file);

    /** The names of records, by id; those without a name are left out. */
    Map<UUID, String> names(Collection<UUID> ids);
}
