package org.convergence.directory.exchange.web;

import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * The form of an exchange.
 *
 * @param subject that of the exchange to correct, null for a new one
 * @param cancel the page to go to without saving
 */
public record ExchangeFormPage(
        @Nullable String subject,
        String action,
        String cancel,
        Form form,
        ChooserField people,
        ChooserField organisations,
        @Nullable Conflict conflict) {}
