package org.convergence.resources.membership.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.resources.membership.domain.MemberContactService.Representative;

/** The representatives of members without any record, to confirm at once. */
public record MemberContactPage(List<Representative> rows, Form form) {}
