package org.convergence.resources.relay.web;

import java.util.List;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * The preview of a member's leaflet.
 *
 * @param period in words
 * @param languages available languages, as tabs
 * @param notes what is left out, and why
 * @param action address that makes the leaflet, with its period and language
 * @param stands whether the stored leaflet has exactly this content
 */
public record LeafletPreviewPage(
        String member,
        String url,
        String period,
        List<Tab> languages,
        List<String> notes,
        SafeHtml paper,
        String action,
        String pdf,
        String back,
        boolean stands,
        @Nullable String language,
        String from,
        String to) {}
