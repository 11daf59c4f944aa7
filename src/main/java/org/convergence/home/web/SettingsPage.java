package org.convergence.home.web;

import java.util.List;
import org.convergence.platform.shell.SettingsPageEntry;

/** The settings pages that the current user may open. */
public record SettingsPage(List<SettingsPageEntry> entries) {}
