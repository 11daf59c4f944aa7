package org.convergence.directory.protection.web;

import org.convergence.platform.shell.Form;

/** Who she is, shown once: nobody gets back to it without a reason. */
public record OpenedPage(String codeName, String url, String name, Form form) {}
