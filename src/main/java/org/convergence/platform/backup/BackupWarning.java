package org.convergence.platform.backup;

/** Warnings about the backups, the gravest first. */
public enum BackupWarning {
    /** The last one cannot be restored. */
    FAILED,
    /** There is none yet. */
    NONE,
    /** The last one is older than it should be. */
    OLD,
    /** The disk has no room for the next backups. */
    DISK_SHORT,
    /** The last one could not be, or was not yet, restored as a test. */
    UNVERIFIED,
    /** No daily backup is configured. */
    UNSCHEDULED
}
