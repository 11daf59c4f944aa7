package org.convergence.directory.consent.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/**
 * The form of a consent, another basis or a withdrawal.
 *
 * @param kind which of the three, as in its address
 * @param url of the person's consents page
 */
public record ConsentFormPage(
        String kind,
        String name,
        String url,
        Form form,
        List<Option> purposes,
        List<Option> channels,
        List<Option> bases,
        List<Option> methods,
        List<Option> countries) {}
