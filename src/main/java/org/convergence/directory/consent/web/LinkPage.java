package org.convergence.directory.consent.web;

import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * A link to somebody's preferences.
 *
 * @param url of the page on her consents
 * @param link the address that was just made, shown once; {@code null} before
 */
public record LinkPage(
        String name, String url, Form form, @Nullable String link) {}
