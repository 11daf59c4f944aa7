package org.convergence.home.web;

import java.util.List;
import org.convergence.platform.shell.SettingsEntry;

/** What this person may set. */
public record SettingsPage(List<SettingsEntry> entries) {}
