package org.convergence.platform.jobs;

/** How far a run is. */
public enum JobState {
    QUEUED,
    RUNNING,
    /** Asked to stop; it does so at its next step. */
    STOPPING,
    STOPPED,
    DONE,
    FAILED;

    /** Whether it is still to end by itself. */
    public boolean isActive() {
        return this == QUEUED || this == RUNNING || this == STOPPING;
    }
}
