package org.convergence.platform.backup;

/** Something about the backups that a person should know, the gravest first. */
public enum BackupConcern {
    /** The last one cannot be restored. */
    FAILED,
    /** There is none yet. */
    NONE,
    /** The last one is older than it should be. */
    OLD,
    /** The disk has no room for the next ones. */
    DISK_SHORT,
    /** The last one could not be, or was not yet, restored for trial. */
    UNVERIFIED,
    /** None is made by itself. */
    UNSCHEDULED
}
