package org.convergence.outreach.assembly.web;

import java.util.List;
import org.convergence.platform.mail.RecordReminders;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up, or the form of a new one.
 *
 * @param resolutions that may ask for a new one
 * @param row the current follow-up; {@code null} for a new one
 * @param reminders of it; {@code null} for a new one
 */
public record MeetingFollowUpPage(
        AssemblyFormPage frame,
        List<Option> resolutions,
        @Nullable FollowUpRow row,
        @Nullable RecordReminders reminders,
        boolean edits) {}
