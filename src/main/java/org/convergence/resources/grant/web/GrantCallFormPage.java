package org.convergence.resources.grant.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The form of a call.
 *
 * @param about its title; {@code null} for a new one
 */
public record GrantCallFormPage(
        @Nullable String about,
        String action,
        String cancel,
        Form form,
        ChooserField funder,
        ChooserField responsible,
        List<Option> zones,
        @Nullable Conflict conflict) {}
