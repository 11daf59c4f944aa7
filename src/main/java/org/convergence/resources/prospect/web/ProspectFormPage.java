package org.convergence.resources.prospect.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * A form on its own page.
 *
 * @param key message key of the title
 * @param about the prospect; {@code null} for a new one
 * @param organisation choice of the organisation; {@code null} if it is known
 * @param follower choice of the follower; {@code null} for an outcome, which has its fields instead
 * @param material what the follower could bring, to choose from or to type
 */
public record ProspectFormPage(
        String key,
        @Nullable String about,
        String action,
        String cancel,
        Form form,
        @Nullable ChooserField organisation,
        @Nullable ChooserField person,
        @Nullable ChooserField follower,
        List<String> material) {}
