package org.convergence.directory.exchange.web;

import java.util.List;
import org.convergence.directory.people.Choosing;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The form of an exchange.
 *
 * @param subject what is corrected; {@code null} for a new one
 * @param cancel where one goes without saving
 */
public record ExchangeFormPage(
        @Nullable String subject,
        String action,
        String cancel,
        Form form,
        List<Option> channels,
        Choosing people,
        Choosing organisations,
        @Nullable Conflict conflict) {}
