package org.convergence.plan.mailbox.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.Choosing;
import org.convergence.platform.document.Document;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * One forwarded mail, and what may be made of it.
 *
 * @param lead who sent it and when, in words
 * @param warning why one looks at it twice; {@code null} where there is no reason to
 * @param text what it says, where it is only shown
 * @param newcomers people whom the directory does not know, to be entered if she says so
 * @param leftOut what was attached and is not kept, in words; {@code null} where all is
 * @param until until when it waits, in words
 * @param held whether she says first that she wants it
 * @param readable whether anything can be made of it
 * @param exchange whether she may keep it as an exchange
 */
public record MailPage(
        UUID id,
        String title,
        String lead,
        @Nullable String warning,
        String text,
        Form form,
        Choosing people,
        Choosing organisations,
        List<Option> newcomers,
        List<Document> attachments,
        @Nullable String leftOut,
        String until,
        boolean held,
        boolean readable,
        boolean exchange) {

    /** The address of a gesture on it. */
    public String url(String gesture) {
        return MailboxPage.LIST + "/" + id + gesture;
    }

    /** Where it becomes what was done. */
    public String realisation() {
        return "/plan/realisation/new?draft=plan.mailbox/" + id + "&from=" + MailboxPage.LIST;
    }
}
