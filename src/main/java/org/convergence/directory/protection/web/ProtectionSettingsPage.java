package org.convergence.directory.protection.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/** Who is told at once where two are needed and one acts. */
public record ProtectionSettingsPage(String action, Form form, List<Option> accounts) {}
