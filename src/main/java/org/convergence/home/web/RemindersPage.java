package org.convergence.home.web;

import java.time.Instant;
import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The user's reminders.
 *
 * @param since when the feed address was created, {@code null} if there is none
 * @param address the one just created, shown once
 * @param mailSet whether mail can be sent
 */
public record RemindersPage(
        Form form,
        List<Option> choices,
        @Nullable Instant since,
        @Nullable String address,
        boolean mailSet) {

    /** The webcal address, which calendar programs open directly. */
    public String subscribing() {
        return address == null ? "" : address.replaceFirst("^https?:", "webcal:");
    }

    /**
     * The page that stops the Monday mail.
     *
     * @param action where the button leads; empty once it was pressed
     */
    public record MondayStopPage(String action) {}
}
