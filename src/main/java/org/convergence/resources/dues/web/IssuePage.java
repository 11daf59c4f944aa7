package org.convergence.resources.dues.web;

import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.shell.Form;

/**
 * The last look before a call is issued.
 *
 * @param preview who gets one by mail, and who on paper
 * @param late whether those who are asked now need a due day of their own
 */
public record IssuePage(
        String name,
        String url,
        String goes,
        String ways,
        String gesture,
        boolean late,
        MailingPreview preview,
        Form form) {}
