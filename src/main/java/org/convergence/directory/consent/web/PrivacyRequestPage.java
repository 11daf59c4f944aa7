package org.convergence.directory.consent.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/** The form of a request about personal data. */
public record PrivacyRequestPage(
        String action, Form form, ChooserField person, List<Option> kinds, List<Option> outcomes) {}
