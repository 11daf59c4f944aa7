package org.convergence.platform.shell;

import java.util.List;
import org.convergence.platform.text.Words;

/**
 * Long work shown in the frame of every page: contributed by the module that runs it. Called on every page, so it must
 * cost nothing.
 */
public interface LongWorkStatus {

    /** The number of the actor's running jobs. */
    int countRunning();

    /** The actor's jobs that ended since the last call; each is given once. */
    List<FinishedWork> ended(Words t);

    /**
     * Finished work.
     *
     * @param sentence the result
     * @param url its page
     */
    record FinishedWork(Tone tone, String sentence, String url) {}
}
