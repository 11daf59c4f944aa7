package org.convergence.plan.mailbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.document.Document;

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
    }

    /** The mail of an id; empty if it is not the user's, or cannot be sorted. */
    Optional<MailDraft> find(UUID id);

    /** Deletes a mail that became a record, with its attachments; the caller copied what it needs. */
    void sorted(UUID id);
}
