package org.convergence.directory.consent.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The privacy page.
 *
 * @param contact the published person in charge of personal data; {@code null} where it is not set
 */
public record PrivacyPage(@Nullable String contact, List<PrivacyLine> requests, List<PrivacyLine> incidents) {

    /** A request or an incident. */
    public record PrivacyLine(String when, String what, String detail, String url, Tone tone, String word) {}

    /** The form of a request about personal data. */
    public record PrivacyRequestPage(
            String action, Form form, ChooserField person, List<Option> kinds, List<Option> outcomes) {}

    /** The form of an incident, with its history. */
    public record IncidentPage(String action, Form form, ChangeHistory history) {}
}
