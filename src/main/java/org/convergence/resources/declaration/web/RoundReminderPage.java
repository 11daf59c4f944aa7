package org.convergence.resources.declaration.web;

import org.convergence.platform.mail.MailingPreview;

/** The confirmation page before silent organisations are reminded. */
public record RoundReminderPage(String round, String url, MailingPreview preview) {}
