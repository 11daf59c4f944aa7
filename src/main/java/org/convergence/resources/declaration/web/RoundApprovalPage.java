package org.convergence.resources.declaration.web;

import org.convergence.platform.mail.MailingPreview;

/**
 * The confirmation page before a round is approved, or before organisations that joined since are asked.
 *
 * @param approved whether its days are approved already
 * @param when on which day the letters are queued
 */
public record RoundApprovalPage(String round, String url, boolean approved, String when, MailingPreview preview) {}
