package org.convergence.platform.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reminders of a record that waits on a person, for its page (template {@code platform.mail.reminders}).
 *
 * @param sent the newest first; empty for none
 * @param takeBack address that takes back those that wait; {@code null} if none waits, or without the permission
 */
public record RecordReminders(
        List<PersonReminder> sent, @Nullable String takeBack) {

    /**
     * A reminder to one person.
     *
     * @param to the person's name
     * @param by the name of the user who asked for it; {@code null} if unknown
     * @param letter the state of its letter; {@code null} if the outbox no longer knows it
     */
    public record PersonReminder(
            String to,
            @Nullable String by,
            Instant at,
            @Nullable LetterStatus letter) {}

    /** Finds reminders; implemented by the module that sends them, whose lower modules show them. */
    public interface Finder {

        /**
         * The reminders of a record. The caller checks that the actor may read it.
         *
         * @param key of the record's row on the home page
         * @param url the record's page
         */
        RecordReminders find(String key, String url);
    }
}
