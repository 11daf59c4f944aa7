package org.convergence.platform.jobs;

/** Thrown at a run's next step once it was asked to stop, or the application stops. A job must not catch it. */
public final class JobStopped extends RuntimeException {

    JobStopped() {
        super("stopped", null, false, false);
    }
}
