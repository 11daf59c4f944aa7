package org.convergence.resources.dues.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/**
 * The form of a call.
 *
 * @param leaflets the periods that have leaflets
 * @param issued whether invoices are issued, so that only letters and reminders can change
 */
public record CallFormPage(
        String key,
        String action,
        String cancel,
        Form form,
        List<Option> kinds,
        List<Option> leaflets,
        boolean issued) {}
