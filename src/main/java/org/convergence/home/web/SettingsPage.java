package org.convergence.home.web;

import java.util.List;
import org.convergence.platform.shell.SettingsEntry;

/** The settings pages that the current user may open. */
public record SettingsPage(List<SettingsEntry> entries) {}
