package org.convergence.platform.jobs;

/** The state of a run. */
public enum JobState {
    QUEUED,
    RUNNING,
    /** Asked to stop, which happens at the next step. */
    STOPPING,
    STOPPED,
    DONE,
    FAILED;

    /** Whether the run has not ended. */
    public boolean isActive() {
        return this == QUEUED || this == RUNNING || this == STOPPING;
    }
}
