package org.convergence.resources.dues.web;

import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.shell.Form;

/**
 * The confirmation before a call is issued.
 *
 * @param preview the recipients by mail and on paper
 * @param late whether the invoices need their own due day
 */
public record CallIssuePage(
        String name,
        String url,
        String goes,
        String ways,
        String gesture,
        boolean late,
        MailingPreview preview,
        Form form) {}
