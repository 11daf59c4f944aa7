package org.convergence.directory.protection.web;

import org.convergence.platform.shell.Form;

/** An identity, shown once: opening it again needs another reason. */
public record OpenedIdentityPage(String codeName, String url, String name, Form form) {}
