package org.convergence.platform.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.database.Json;
import org.convergence.platform.table.TableLimits;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * One kind of list that can be brought in, contributed by the module that owns what its lines become: the columns, how a
 * line is matched with what is known, and how it is entered and taken back. Everything else is done here.
 */
public interface ImportKind {

    /** Its stable name, {@code module.things}; files are kept under it. */
    String name();

    /** Without which nothing of it is seen or done. */
    String permission();

    /**
     * Where its sentences begin, for instance {@code people.import}: this, {@code .lead}, {@code .work},
     * {@code .undo.work} and, for each thing that the ledger notes, {@code .made.THING}.
     */
    String key();

    /** Key of the name of what it lists. */
    String labelKey();

    /** What its columns may hold. */
    List<? extends ImportColumn> columns();

    /** Those without which no line can be entered. */
    default List<? extends ImportColumn> needed() {
        return List.of();
    }

    /** How long a list of this kind may be. */
    default TableLimits limits() {
        return TableLimits.USUAL;
    }

    /**
     * Says what the columns of a file hold, by their titles unless the kind knows more.
     *
     * @param samples some rows below the head
     * @return for each column what it holds, {@code null} where nobody can tell
     */
    default List<@Nullable ImportColumn> recognise(List<String> head, List<List<String>> samples) {
        return ColumnRecognition.of(columns(), head);
    }

    /** Whether the first row holds titles; where it is a line already, as in files of banks, the columns have none. */
    default boolean isHead(List<String> first) {
        return true;
    }

    /**
     * What a file is understood to say at first.
     *
     * @param columns for each column what it holds, {@code null} where nobody can tell
     */
    record Understood(List<@Nullable ImportColumn> columns, Json choices) {}

    /** The same for a kind whose columns hang on what was chosen with the file, or the other way round. */
    default Understood understand(List<String> head, List<List<String>> samples, Json choices) {
        return new Understood(recognise(head, samples), choices);
    }

    /** Told in the transaction in which a file begins to be entered, with what its columns were settled to hold. */
    default void entering(ImportFile file) {}

    /** What is chosen at first beside the columns; any record as JSON. */
    default Json choices(Words t) {
        return Json.empty();
    }

    /** Begins to go through rows from the first on. What they are read against is fetched once. */
    ImportReading begin(Json choices);

    /**
     * Takes one thing back, as far as nobody has changed it since; what was only changed is as it was before.
     *
     * @throws org.convergence.platform.database.EditConflict where someone changed it since
     * @throws org.convergence.platform.database.Refused where something rests on it
     * @throws org.convergence.platform.database.NotFound where it is gone
     */
    void takeBack(Made made, ImportFile file);

    /** What things are called, by their ids; those without a name are left out. */
    Map<UUID, String> names(Collection<UUID> ids);
}
