package org.convergence.resources.dues.web;

import org.convergence.platform.mail.MailingPreview;

/** The confirmation before reminders are sent. */
public record DuesReminderPage(String call, String url, MailingPreview preview) {}
