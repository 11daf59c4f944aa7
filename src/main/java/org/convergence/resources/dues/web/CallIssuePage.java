package org.convergence.resources.dues.web;

import java.util.List;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.shell.Form;
import org.convergence.resources.dues.domain.CallLaunchService.SpecimenMember;

/**
 * The confirmation before a call is issued.
 *
 * @param preview the recipients by mail and on paper
 * @param specimens members whose invoice can be read before
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
        List<SpecimenMember> specimens,
        Form form) {}
