package org.convergence.directory.people;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.platform.database.Json;

/**
 * Contributed by each module whose rows point to a person or an organisation: what happens to them when two prove to
 * be one, when that was a mistake, when someone asks to be forgotten or to see what is known of her. A house test reads
 * the database's catalogue and fails for any foreign key to a person or an organisation that no reference names.
 *
 * <p>All run in the caller's transaction, in which keys are checked at the end. {@link ReferencingColumn} answers for a
 * plain column.
 */
public interface IdentityReference {

    /** What stands where the name of someone stood who is forgotten. */
    String WITHOUT = "[retiré]";

    /** The columns answered for, as {@code schema.table.column}. */
    Set<String> columns();

    /**
     * Lets what points to the duplicate point to the one that is kept. Both are of one kind; a reference that knows only
     * the other kind does nothing.
     *
     * @return what stood before, as {@link #restore} needs it; it may be empty, and is kept for thirty days
     */
    Json repoint(Party duplicate, Party kept);

    /** Takes a {@link #repoint} back: every row as it stood, as far as it still exists. */
    void restore(Party duplicate, Json before);

    /**
     * Lets something else stand where a person is named, or where what is written is about her: {@link #WITHOUT} where
     * she is forgotten, her code name where she is sealed. Her own row goes last, as for {@link #erase}.
     *
     * @throws org.convergence.platform.database.Refused where something has to be done first
     */
    default void rename(PersonId person, String standIn) {
        // Most rows point to her and say nothing of her.
    }

    /**
     * The texts that {@link #rename} goes through, by table: columns in which people are named freely. A person who is forgotten
     * goes from them in every spelling once a job had time to read them all.
     */
    default Map<String, Set<String>> texts() {
        return Map.of();
    }

    /**
     * Forgets a person, after {@link #rename}: what identifies her goes, amounts, minutes and counts stay. Her own row goes last, so that her
     * names and addresses may still be asked for here. Asked for those too whom she replaced, to whom nothing points any
     * more but the history.
     *
     * @throws org.convergence.platform.database.Refused where something has to be done first
     */
    void erase(PersonId person);

    /** What is known of a person here, for the file that she may ask for (R-L25-12); empty where nothing is. */
    List<Json> export(PersonId person);
}
