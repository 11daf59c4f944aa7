package org.convergence.resources.dues.web;

import org.convergence.platform.mail.MailingPreview;

/** The last look before reminders are posted. */
public record RemindPage(String call, String url, MailingPreview preview) {}
