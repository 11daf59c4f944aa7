package org.convergence.resources.prospect.web;

import java.util.List;
import org.convergence.platform.mail.RecordReminders;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;
import org.convergence.resources.prospect.ProspectId;
import org.jspecify.annotations.Nullable;

/**
 * A prospect.
 *
 * @param party its page in the directory
 * @param next the next step and its day, in words; {@code null} for none
 * @param material what the follower brings; {@code null} for nothing
 * @param outcome in words; {@code null} for none yet
 * @param admit address of its admission; {@code null} if it is closed, or without the permission
 * @param form records an exchange and the next step; shown while it is open
 */
public record ProspectPage(
        String url,
        String name,
        String party,
        Tone tone,
        String state,
        String follower,
        @Nullable String next,
        @Nullable String material,
        @Nullable String outcome,
        List<ContactRow> said,
        RecordReminders reminders,
        boolean mayFollow,
        boolean goesOn,
        boolean mayTakeUp,
        @Nullable String admit,
        Form form) {

    /** The address of the list. */
    static final String LIST = "/resources/prospect";

    /** An exchange with the prospect. */
    public record ContactRow(String subject, String detail, String url) {}

    static String url(ProspectId id) {
        return LIST + "/" + id.value();
    }
}
