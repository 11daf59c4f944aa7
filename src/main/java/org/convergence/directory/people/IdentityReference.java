package org.convergence.directory.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;

/**
 * A reference to people or organisations with its own code; {@link IdentityReferences} declares plain columns. A test
 * reads the database catalogue and fails for any foreign key to a person or an organisation that no reference covers.
 *
 * <p>All methods run in the caller's transaction, in which keys are checked at the end.
 */
public non-sealed interface IdentityReference extends ReferenceSource {

    /** Replaces the name of an erased person. */
    String WITHOUT = "[retiré]";

    /** The covered columns, as {@code schema.table.column}. */
    Set<String> columns();

    /**
     * Repoints references from the duplicate to the kept record. Both are of one kind; a reference to the other kind
     * does nothing.
     *
     * @return the data that {@link #restore} needs; may be empty, and is stored for thirty days
     */
    Json repoint(Party duplicate, Party kept);

    /** Undoes a {@link #repoint}: every row as before, where it still exists. */
    void restore(Party duplicate, Json before);

    /**
     * Replaces the person's names, and texts about them: by {@link #WITHOUT} at erasure, by the code name at sealing.
     * The person's own row goes last, as for {@link #erase}.
     *
     * @throws org.convergence.platform.database.Refused where something must be done first
     */
    default void rename(PersonId person, String standIn) {
        // Most rows reference the person without naming them.
    }

    /**
     * The texts covered by {@link #rename}, by table: free-text columns in which people may be named. A job later
     * removes an erased person's names from them in every spelling.
     */
    default Map<String, Set<String>> texts() {
        return Map.of();
    }

    /**
     * Erases a person, after {@link #rename}: identifying data goes, amounts, minutes and counts stay. The person's own
     * row goes last, so names and addresses can still be read here. Also called for merged records, which only the
     * history still references.
     *
     * @throws org.convergence.platform.database.Refused where something must be done first
     */
    void erase(PersonId person);

    /** What to know or do before an erasure, read at the top of its page; empty for nothing. */
    default Optional<ErasureWarning> erasureWarning(PersonId person) {
        return Optional.empty();
    }

    /**
     * A warning before an erasure.
     *
     * @param key of its sentence in the messages
     * @param url where to do it; {@code null} for nowhere
     */
    record ErasureWarning(String key, @Nullable String url) {}

    /** The data about a person, for the access file (R-L25-12); empty for none. */
    List<Json> export(PersonId person);
}
