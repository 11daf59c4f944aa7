package org.convergence.platform.mail;

import java.util.UUID;
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
 * @param regarding the record whose page shows the letter's state; {@code null} for none
 */
public record BulkLetter(
        Recipient to,
        String topic,
        String subject,
        String text,
        String purpose,
        String language,
        Letter.@Nullable Completion completion,
        Letter.@Nullable Regarding regarding) {

    /** A letter that regards no record. */
    public BulkLetter(
            Recipient to,
            String topic,
            String subject,
            String text,
            String purpose,
            String language,
            Letter.@Nullable Completion completion) {
        this(to, topic, subject, text, purpose, language, completion, null);
    }

    /** A letter in which nothing is missing. */
    public BulkLetter(Recipient to, String topic, String subject, String text, String purpose, String language) {
        this(to, topic, subject, text, purpose, language, null);
    }

    /** The same letter, which regards a record: {@link LetterStatusService} tells what became of it. */
    public BulkLetter regarding(String matter, UUID record) {
        return new BulkLetter(
                to, topic, subject, text, purpose, language, completion, new Letter.Regarding(matter, record));
    }
}
