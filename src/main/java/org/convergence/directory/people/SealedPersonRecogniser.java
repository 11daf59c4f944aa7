package org.convergence.directory.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Recognises people who are sealed under a code name, without revealing them; implemented by the protection module,
 * called wherever a person is entered, imported or named.
 */
public interface SealedPersonRecogniser {

    /**
     * Finds the sealed person with one of these names or addresses.
     *
     * @param names full names
     * @param addresses mail addresses and telephone numbers
     * @throws org.convergence.platform.database.Refused where the keys differ, so that nobody can be recognised
     */
    Optional<PersonId> recognise(Collection<String> names, Collection<String> addresses);

    /**
     * Called before a sealed person is erased: the openers are notified, and the erasure is reviewed.
     *
     * @param codeName the person's code name
     * @param reason the actor's reason
     */
    void beforeErasure(PersonId person, String codeName, String reason);

    /** The folded phrases that name a person whose name may not be published. */
    List<String> findUnpublishable(Collection<String> phrases);
}
