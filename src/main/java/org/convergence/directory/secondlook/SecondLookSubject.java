package org.convergence.directory.secondlook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Texts that a second person reads before they leave: a bean of this type in the module that holds them. */
public interface SecondLookSubject {

    /** The name of the module, which invitations store: {@code advocacy.position}. */
    String kind();

    /** The texts of a record as they are now; empty if they wait for no second look. */
    Optional<TextsToRead> find(UUID record);

    /** Locks a record until the transaction ends, so that its texts stay as they are found. */
    void lock(UUID record);

    /**
     * Records that a person read the present texts and found them good. In the caller's transaction.
     *
     * @param reader {@code null} if the person was erased meanwhile
     * @param name of the reader
     */
    void approve(UUID record, @Nullable PersonId reader, String name, LocalDate on);

    /** Whether the actor may read records of this kind, and is told of their second looks. */
    default boolean isReadable() {
        return true;
    }

    /** Whether a person wrote a part of the texts, and may not read them as the second. */
    default boolean isWriter(UUID record, PersonId person) {
        return false;
    }

    /**
     * Texts to read.
     *
     * @param title what the reader is asked about
     * @param url the page of the team
     * @param author the account that wrote them and may not read them as the second; {@code null} where anyone may
     */
    record TextsToRead(
            String title,
            String url,
            List<TextToRead> texts,
            @Nullable UUID author) {}

    /** A text in a language; its title may be empty. */
    record TextToRead(String language, String title, String body) {}
}
