package org.convergence.resources.dues.web;

import org.convergence.platform.shell.Form;

/** The last look before a call is issued. */
public record IssuePage(String name, String url, String goes, String ways, String gesture, Form form) {}
