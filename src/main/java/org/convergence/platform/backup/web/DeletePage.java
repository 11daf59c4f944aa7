package org.convergence.platform.backup.web;

import org.convergence.platform.backup.KeptBackup;
import org.convergence.platform.shell.Form;

/** Confirms the deletion of a backup: what is deleted and what stays. */
public record DeletePage(KeptBackup backup, Form form) {}
