package org.convergence.directory.protection.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/** The setting of the second person, notified of actions done alone. */
public record ProtectionSettingsPage(String action, Form form, List<Option> accounts) {}
