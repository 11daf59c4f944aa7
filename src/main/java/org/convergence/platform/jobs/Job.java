package org.convergence.platform.jobs;

/** A kind of work that takes time. One bean per kind; {@link Jobs#submit} queues a run of it. */
public interface Job {

    /** Its stable name, for instance {@code backup}; runs are kept under it. */
    String kind();

    /**
     * Does the work from the run's position on, in steps. It may be called again for the same run, after a stop or a
     * kill; what a step saved is not done again.
     *
     * @throws org.convergence.platform.database.Refused to end the run with a sentence that says why
     * @throws Exception to end it with a reference number
     */
    void run(JobRun run) throws Exception;
}
