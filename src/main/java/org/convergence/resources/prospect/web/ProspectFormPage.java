package org.convergence.resources.prospect.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * A form on its own page.
 *
 * @param key message key of the title
 * @param about the prospect; {@code null} for a new one
 * @param organisation choice of the organisation; {@code null} if it is known
 * @param follower choice of the follower; {@code null} if not asked
 * @param states possible outcomes; empty if not asked
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
        List<Option> states) {}
