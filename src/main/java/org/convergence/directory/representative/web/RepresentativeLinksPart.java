package org.convergence.directory.representative.web;

import org.jspecify.annotations.Nullable;

/**
 * The links section of an organisation's page.
 *
 * @param links their number, in words
 * @param url the page that manages them
 * @param waiting the number of pending corrections, in words; {@code null} for none
 */
public record RepresentativeLinksPart(
        String links, String url, @Nullable String waiting) {}
