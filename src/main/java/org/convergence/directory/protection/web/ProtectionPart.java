package org.convergence.directory.protection.web;

/** Whether a person is protected, and the page with details. */
public record ProtectionPart(String url, boolean sealed, boolean mayProtect) {}
