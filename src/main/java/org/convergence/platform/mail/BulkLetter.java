package org.convergence.platform.mail;

import org.jspecify.annotations.Nullable;

/**
 * A letter of a sending to many, as one of them gets it.
 *
 * @param topic what it is on, in the word of a {@link SendingRule}
 * @param subject one line
 * @param text plain text, without who sends it and how to stop, which are added below
 * @param purpose what it is for, {@code module_word}, for the list of the outbox
 * @param language code of the reader's language: French, English or Spanish
 * @param completion what fills the text in and encloses files, {@code null} where nothing is missing
 */
public record BulkLetter(
        Recipient to,
        String topic,
        String subject,
        String text,
        String purpose,
        String language,
        Letter.@Nullable Completion completion) {

    /** A letter in which nothing is missing. */
    public BulkLetter(Recipient to, String topic, String subject, String text, String purpose, String language) {
        this(to, topic, subject, text, purpose, language, null);
    }
}
