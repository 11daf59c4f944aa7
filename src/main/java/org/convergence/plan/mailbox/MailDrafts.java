package org.convergence.plan.mailbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.document.Document;
import org.convergence.platform.text.TextParser;

/** The forwarded mails of the current user, for the forms of other modules. */
public interface MailDrafts {

    /**
     * A mail that waits to be sorted.
     *
     * @param subject may be empty
     * @param text its words; may be empty
     * @param writtenBy the name, or else the address, that the mail names first; may be empty
     * @param attachments readable by the user until the mail is sorted
     */
    record MailDraft(
            UUID id, String subject, String text, LocalDate writtenOn, String writtenBy, List<Document> attachments) {

        public MailDraft {
            attachments = List.copyOf(attachments);
        }

        /** The subject, and the text under it. */
        public String words() {
            return (subject + "\n\n" + text).strip();
        }
    }

    /** The mail of an id; empty if it is not the user's, or cannot be sorted. */
    Optional<MailDraft> find(UUID id);

    /** The same, of an id as it was sent by a form; empty if it is none. */
    default Optional<MailDraft> find(String id) {
        return TextParser.id(id).flatMap(this::find);
    }

    /**
     * Deletes a mail that became a record, unless it holds more than the record keeps: attachments, or longer words.
     *
     * @param longest the most characters of {@link MailDraft#words} that the record takes
     * @return whether it still waits
     */
    default boolean finish(String id, int longest) {
        Optional<MailDraft> mail = find(id);
        boolean waits = mail.filter(
                        it -> !it.attachments().isEmpty() || it.words().length() > longest)
                .isPresent();
        if (!waits) {
            mail.map(MailDraft::id).ifPresent(this::sorted);
        }
        return waits;
    }

    /** Deletes a mail that became a record, with its attachments; the caller copied what it needs. */
    void sorted(UUID id);
}
