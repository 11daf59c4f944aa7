package org.convergence.directory.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Recognises, without showing them, those who stand here under a code name alone: answered by the room that keeps what is
 * sealed, asked wherever somebody is entered, brought in or named.
 */
public interface SealedPeople {

    /**
     * The one who is called or reached so.
     *
     * @param names in full
     * @param addresses of mail, and telephone numbers
     * @throws org.convergence.platform.database.Refused where nobody can be recognised, since the keys are others
     */
    Optional<PersonId> recognise(Collection<String> names, Collection<String> addresses);

    /**
     * Somebody who is sealed is about to be forgotten, for good: who handles her is told, and another reviews it.
     *
     * @param codeName under which she stood
     * @param reason why, in the words of who forgets her
     */
    void forgetting(PersonId person, String codeName, String reason);

    /** Of some folded phrases, those that name someone whose name may not be published. */
    List<String> unpublished(Collection<String> phrases);
}
