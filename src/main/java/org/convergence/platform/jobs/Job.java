package org.convergence.platform.jobs;

/** A kind of work that takes time. One bean per kind; {@link JobQueue#submit} queues a run of it. */
public interface Job {

    /** Its stable name, for instance {@code backup}, under which runs are stored. */
    String kind();

    /**
     * Works on from the run's position, in steps. It may be called again for the same run, after a stop or a kill; a
     * saved step is not repeated.
     *
     * @throws org.convergence.platform.database.Refused to end the run with a message that says why
     * @throws Exception to end it with a reference number
     */
    void run(JobRun run) throws Exception;
}
