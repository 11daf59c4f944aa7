package org.convergence.platform.shell;

import java.util.List;
import org.convergence.platform.text.Words;

/**
 * Work that takes time, as the frame tells of it on every page: contributed by the module that runs it. Asked on every
 * page, so it must cost nothing.
 */
public interface Underway {

    /** How many pieces of work run for this person. */
    int running();

    /** What ended for this person since she was last told; told once. */
    List<Ended> ended(Words t);

    /**
     * A piece of work that came to its end.
     *
     * @param sentence says how it ended
     * @param url where more of it is
     */
    record Ended(Tone tone, String sentence, String url) {}
}
