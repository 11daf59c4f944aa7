package org.convergence.platform.backup.web;

import org.convergence.platform.backup.StoredBackup;
import org.convergence.platform.shell.Form;

/** Confirms the deletion of a backup: what is deleted and what stays. */
public record BackupDeletionPage(StoredBackup backup, Form form) {}
