package org.convergence.plan.mailbox.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.document.Document;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.jspecify.annotations.Nullable;

/**
 * A forwarded mail, and the operations on it.
 *
 * @param lead its people and day, in words
 * @param warning why it needs attention; {@code null} if it does not
 * @param text its text, if it is only shown
 * @param newcomers people unknown to the directory, offered to be added
 * @param leftOut number of attachments not stored, in words; {@code null} if none
 * @param until when it expires, in words
 * @param destinations what else it may become
 * @param held whether it must be accepted first
 * @param readable whether it can be sorted
 * @param exchange whether the user may record it as an exchange
 */
public record MailPage(
        UUID id,
        String title,
        String lead,
        @Nullable String warning,
        String text,
        Form form,
        ChooserField people,
        ChooserField organisations,
        List<Option> newcomers,
        List<Document> attachments,
        @Nullable String leftOut,
        String until,
        List<Tab> destinations,
        boolean held,
        boolean readable,
        boolean exchange) {

    /** The address of an operation on it. */
    public String url(String gesture) {
        return MailboxPage.LIST + "/" + id + gesture;
    }

    /** The address of the realisation form prefilled from it. */
    public String realisation() {
        return "/plan/realisation/new?draft=plan.mailbox/" + id + "&from=" + MailboxPage.LIST;
    }
}
