package org.convergence.platform.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter to one address.
 *
 * @param to the address; a letter to what is not one address is refused
 * @param subject one line
 * @param text plain text; {@code [[name]]} is filled at the moment of sending by the completion
 * @param purpose what it is for, {@code module_word}, for the list of the outbox
 * @param completion what fills the text in, {@code null} where nothing is missing
 * @param stop the address that ends such letters, filled in like the text; {@code null} for one that does not come back
 * @param regarding the record whose page shows the letter's state; {@code null} for none
 * @param discreet whether the list of the outbox hides its subject, which tells what its administrator need not know
 */
public record Letter(
        String to,
        String subject,
        String text,
        String purpose,
        @Nullable Completion completion,
        @Nullable String stop,
        @Nullable Regarding regarding,
        boolean discreet) {

    /** A letter that does not come back by itself. */
    public Letter(String to, String subject, String text, String purpose, @Nullable Completion completion) {
        this(to, subject, text, purpose, completion, null);
    }

    /** A letter that regards no record. */
    public Letter(
            String to,
            String subject,
            String text,
            String purpose,
            @Nullable Completion completion,
            @Nullable String stop) {
        this(to, subject, text, purpose, completion, stop, null, false);
    }

    /** The same letter, which regards a record: {@link LetterStatusService} tells what became of it. */
    public Letter regarding(String matter, UUID record) {
        return new Letter(to, subject, text, purpose, completion, stop, new Regarding(matter, record), discreet);
    }

    /** The same letter, its subject hidden from the administrator of the outbox. */
    public Letter hidingSubject() {
        return new Letter(to, subject, text, purpose, completion, stop, regarding, true);
    }

    /**
     * What fills the text in at the moment of sending.
     *
     * @param completer the {@link BodyCompleter}'s name
     * @param subject what it is about, for the completer
     */
    public record Completion(String completer, UUID subject) {}

    /**
     * The record that a letter regards. Its state and dates are kept as long as the record; its recipient and text go after
     * 90 days, or when the person is forgotten.
     *
     * @param matter a stable word, {@code module_word}, such as {@code assembly_notice}
     */
    public record Regarding(String matter, UUID record) {}
}
