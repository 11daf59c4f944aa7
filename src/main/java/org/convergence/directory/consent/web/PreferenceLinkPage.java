package org.convergence.directory.consent.web;

import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * The page that creates a preferences link.
 *
 * @param url of the person's consents page
 * @param link the new address, shown once; {@code null} before
 */
public record PreferenceLinkPage(
        String name, String url, Form form, @Nullable String link) {}
