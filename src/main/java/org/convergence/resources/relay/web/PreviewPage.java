package org.convergence.resources.relay.web;

import java.util.List;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * What would be told to a member.
 *
 * @param period of when, in words
 * @param languages in which it can be told, as tabs
 * @param notes what is not told, and why
 * @param action where it is made, with its period and language
 * @param stands whether what was made last says exactly this
 */
public record PreviewPage(
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
