package org.convergence.platform.backup.web;

import org.convergence.platform.backup.KeptBackup;
import org.convergence.platform.shell.Form;

/** Before a backup is deleted: what goes and what stays. */
public record DeletePage(KeptBackup backup, Form form) {}
