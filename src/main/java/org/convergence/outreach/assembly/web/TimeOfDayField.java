package org.convergence.outreach.assembly.web;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/** Parses a time of day as browsers and people write it: {@code 19:00}, {@code 19 h 30}, {@code 9h}. */
final class TimeOfDayField {

    private static final Pattern WRITTEN =
            Pattern.compile("([01]?\\d|2[0-3])\\s*(?:[:hH]\\s*([0-5]?\\d)?(?::[0-5]\\d)?)");

    private TimeOfDayField() {}

    /** The time in a field; {@code null} if empty or invalid, with the problem added to the form. */
    static @Nullable LocalTime readOptional(Form form, String field) {
        String text = form.value(field).replace('\u00a0', ' ').strip();
        if (text.isEmpty()) {
            return null;
        }
        Matcher hour = WRITTEN.matcher(text);
        if (!hour.matches()) {
            form.reject(field, "assembly.refused.hour");
            return null;
        }
        String minutes = hour.group(2);
        return LocalTime.of(Integer.parseInt(hour.group(1)), minutes == null ? 0 : Integer.parseInt(minutes));
    }

    /** The time in a required field. */
    static LocalTime readRequired(Form form, String field) {
        LocalTime hour = readOptional(form, field);
        if (hour == null && form.problem(field) == null) {
            form.reject(field, "shell.form.required");
        }
        return hour == null ? LocalTime.NOON : hour;
    }
}
