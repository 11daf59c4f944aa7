package org.convergence.platform.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One recipient's letter of a mailing.
 *
 * @param topic its topic, as a {@link SendingRule} knows it
 * @param subject one line
 * @param text plain text, without sender and unsubscribe address, which are added below
 * @param purpose {@code module_word}, for the list of the outbox
 * @param language code of the reader's language: French, English or Spanish
 * @param completion completes the text and adds attachments at sending, {@code null} if not needed
 * @param regarding the record whose page shows the letter's state; {@code null} for none
 * @param content the blocks of the text; {@code null} if it was written as plain text
 */
public record BulkLetter(
        MailingRecipient to,
        String topic,
        String subject,
        String text,
        String purpose,
        String language,
        Letter.@Nullable Completion completion,
        Letter.@Nullable LetterReference regarding,
        @Nullable LetterContent content) {

    /** A letter without a record. */
    public BulkLetter(
            MailingRecipient to,
            String topic,
            String subject,
            String text,
            String purpose,
            String language,
            Letter.@Nullable Completion completion) {
        this(to, topic, subject, text, purpose, language, completion, null, null);
    }

    /** A letter as it was previewed. */
    public BulkLetter(
            MailingRecipient to,
            String topic,
            MailingPreview.LetterText letter,
            String purpose,
            Letter.Completion completion) {
        this(
                to,
                topic,
                letter.subject(),
                letter.text(),
                purpose,
                letter.words().language().code(),
                completion,
                null,
                letter.content());
    }

    /** A letter without completion. */
    public BulkLetter(MailingRecipient to, String topic, String subject, String text, String purpose, String language) {
        this(to, topic, subject, text, purpose, language, null);
    }

    /** The same letter, regarding a record: {@link LetterStatusService} gives its status. */
    public BulkLetter regarding(String matter, UUID record) {
        return new BulkLetter(
                to,
                topic,
                subject,
                text,
                purpose,
                language,
                completion,
                new Letter.LetterReference(matter, record),
                content);
    }
}
