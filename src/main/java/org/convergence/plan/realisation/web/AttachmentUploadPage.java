package org.convergence.plan.realisation.web;

import org.convergence.platform.shell.Form;

/**
 * Attaching files to a realisation.
 *
 * @param subject its title
 * @param url its page
 */
public record AttachmentUploadPage(String subject, String url, Form form, UploadFields files) {}
