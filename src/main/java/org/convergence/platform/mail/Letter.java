package org.convergence.platform.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter to one address.
 *
 * @param to one address; anything else is refused
 * @param subject one line
 * @param text plain text; {@code [[name]]} is replaced at sending by the completion
 * @param purpose {@code module_word}, for the list of the outbox
 * @param completion completes the text at sending, {@code null} if not needed
 * @param stop the unsubscribe address, completed like the text; {@code null} for a letter that is not repeated
 * @param regarding the record whose page shows the letter's state; {@code null} for none
 * @param discreet whether the list of the outbox hides the subject, which the administrator need not know
 * @param urgent whether someone's safety may depend on it: it waits for no limit of mailings
 * @param legal whether a law or a by-law sets the day by which it must have left: it leaves before ordinary letters, within
 *     the limits of mailings
 * @param content the blocks of the text; {@code null} if it was written as plain text, whose paragraphs, lists and
 *     addresses are then recognised
 */
public record Letter(
        String to,
        String subject,
        String text,
        String purpose,
        @Nullable Completion completion,
        @Nullable String stop,
        @Nullable LetterReference regarding,
        boolean discreet,
        boolean urgent,
        boolean legal,
        @Nullable LetterContent content) {

    /** A letter in blocks, which is not repeated. */
    public Letter(String to, String subject, LetterContent content, String purpose, @Nullable Completion completion) {
        this(to, subject, content.plainText(), purpose, completion, null, null, false, false, false, content);
    }

    /** A letter as it was previewed, which is not repeated. */
    public Letter(String to, MailingPreview.LetterText letter, String purpose, @Nullable Completion completion) {
        this(
                to,
                letter.subject(),
                letter.text(),
                purpose,
                completion,
                null,
                null,
                false,
                false,
                false,
                letter.content());
    }

    /** A letter that is not repeated. */
    public Letter(String to, String subject, String text, String purpose, @Nullable Completion completion) {
        this(to, subject, text, purpose, completion, null);
    }

    /** A letter without a record. */
    public Letter(
            String to,
            String subject,
            String text,
            String purpose,
            @Nullable Completion completion,
            @Nullable String stop) {
        this(to, subject, text, purpose, completion, stop, null, false, false, false, null);
    }

    /** The same letter, regarding a record: {@link LetterStatusService} gives its status. */
    public Letter regarding(String matter, UUID record) {
        return new Letter(
                to,
                subject,
                text,
                purpose,
                completion,
                stop,
                new LetterReference(matter, record),
                discreet,
                urgent,
                legal,
                content);
    }

    /** The same letter, its subject hidden from the administrator of the outbox. */
    public Letter hidingSubject() {
        return new Letter(to, subject, text, purpose, completion, stop, regarding, true, urgent, legal, content);
    }

    /** The same letter, before all others, and not held back by a limit of mailings. */
    public Letter urgently() {
        return new Letter(to, subject, text, purpose, completion, stop, regarding, discreet, true, legal, content);
    }

    /** The same letter, which must have left by a day of law or of a by-law: before ordinary letters. */
    public Letter asLegalNotice() {
        return new Letter(to, subject, text, purpose, completion, stop, regarding, discreet, urgent, true, content);
    }

    /**
     * How the text is completed at sending.
     *
     * @param completer the {@link BodyCompleter}'s name
     * @param subject the completer's subject
     */
    public record Completion(String completer, UUID subject) {}

    /**
     * The record that a letter regards. Its state and dates are kept as long as the record; its recipient and text go
     * after 90 days, or when the person is forgotten.
     *
     * @param matter a stable word, {@code module_word}, such as {@code assembly_notice}
     */
    public record LetterReference(String matter, UUID record) {}
}
