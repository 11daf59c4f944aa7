package org.convergence.directory.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.database.Json;

/**
 * People stored in the directory under a code name only. The caller has checked the permission and seals their data, in
 * its transaction.
 */
public interface CodeNameDirectory {

    /**
     * The data removed from the directory when a person is sealed.
     *
     * @param row the person's row, by column
     * @param names names and addresses, including those of merged records
     * @param former merged records, and deleted records of the person
     * @param texts the number of rows in which the name was replaced already
     */
    record LiftedIdentity(Json row, List<String> names, List<UUID> former, int texts) {}

    /**
     * A person entered under a code name.
     *
     * @param former deleted records of the person
     */
    record CodeNamedPerson(PersonId person, List<UUID> former) {}

    /**
     * Enters a person under a code name only. Deleted records, letters and imported lists about this person are erased.
     *
     * @param names full names
     * @param addresses mail addresses and telephone numbers
     */
    CodeNamedPerson add(String codeName, Collection<String> names, Collection<String> addresses);

    /**
     * Replaces a person's names by a code name, in the record, in all texts and in the history.
     *
     * @param version on which the record was read
     * @throws org.convergence.platform.database.EditConflict where it was changed meanwhile
     * @throws org.convergence.platform.database.Refused where something must be done first, such as closing an account
     */
    LiftedIdentity seal(PersonId person, int version, String codeName);

    /** The code name of a person; empty where the person is not sealed. */
    Optional<String> findByPerson(PersonId person);

    /** The version of the person's record. */
    int findVersion(PersonId person);

    /** Deletes the search words of these names that no other record has. */
    void tidyWords(Collection<String> names);

    /** Whether no record has this name. */
    boolean isFree(String codeName);
}
