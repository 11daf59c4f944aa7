package org.convergence.resources.dues.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/**
 * A call that is prepared or said anew.
 *
 * @param leaflets the periods for which leaflets were made
 * @param issued whether its invoices are out, so that only letters and reminders may change
 */
public record CallFormPage(
        String key,
        String action,
        String cancel,
        Form form,
        List<Option> kinds,
        List<Option> leaflets,
        boolean issued) {}
