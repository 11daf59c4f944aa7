package org.convergence.directory.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.database.Json;

/**
 * Those of whom only a code name stands in the directory. Whoever calls it has checked that the actor may, and keeps what
 * is known of them sealed; all in her transaction.
 */
public interface CodeNames {

    /**
     * Somebody as she is lifted out of the directory.
     *
     * @param row what her record said, by column
     * @param names how she was called and reached, also as those whom she replaced
     * @param former the records that hers replaced, and those of hers that were struck out
     */
    record Lifted(Json row, List<String> names, List<UUID> former) {}

    /**
     * Somebody who is entered.
     *
     * @param former the records of hers that were struck out
     */
    record Added(PersonId person, List<UUID> former) {}

    /**
     * Enters somebody of whom nothing else is known here. A record of hers that was struck out, and what letters and lists that
     * were brought in say of her, is forgotten.
     *
     * @param names how she is called in full
     * @param addresses of mail, and telephone numbers
     */
    Added add(String codeName, Collection<String> names, Collection<String> addresses);

    /**
     * Lets a code name stand for somebody, in her record, in all that names her, and in what the history remembers.
     *
     * @param version at which her record was read
     * @throws org.convergence.platform.database.EditConflict where she was changed meanwhile
     * @throws org.convergence.platform.database.Refused where something has to be done first, such as closing her account
     */
    Lifted seal(PersonId person, int version, String codeName);

    /** The code name that stands for somebody; empty where her name does. */
    Optional<String> of(PersonId person);

    /** At which version her record stands. */
    int version(PersonId person);

    /** Lets those words of some names go by which searches find somebody, as far as nobody else bears them. */
    void tidyWords(Collection<String> names);

    /** Whether nobody is called so. */
    boolean isFree(String codeName);
}
