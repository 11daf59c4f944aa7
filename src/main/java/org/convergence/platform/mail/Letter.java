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
 */
public record Letter(
        String to,
        String subject,
        String text,
        String purpose,
        @Nullable Completion completion,
        @Nullable String stop) {

    /** A letter that does not come back by itself. */
    public Letter(String to, String subject, String text, String purpose, @Nullable Completion completion) {
        this(to, subject, text, purpose, completion, null);
    }

    /**
     * What fills the text in at the moment of sending.
     *
     * @param completer the {@link BodyCompleter}'s name
     * @param subject what it is about, for the completer
     */
    public record Completion(String completer, UUID subject) {}
}
