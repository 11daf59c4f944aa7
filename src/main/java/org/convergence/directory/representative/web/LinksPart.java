package org.convergence.directory.representative.web;

import org.jspecify.annotations.Nullable;

/**
 * On an organisation's page: the links that open its own.
 *
 * @param links how many, in words
 * @param url where they are made and taken back
 * @param waiting how many of its corrections wait, in words; {@code null} where none does
 */
public record LinksPart(String links, String url, @Nullable String waiting) {}
