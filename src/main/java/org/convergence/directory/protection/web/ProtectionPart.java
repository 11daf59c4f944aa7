package org.convergence.directory.protection.web;

/** Whether somebody is protected, and where one sees how. */
public record ProtectionPart(String url, boolean sealed, boolean mayProtect) {}
