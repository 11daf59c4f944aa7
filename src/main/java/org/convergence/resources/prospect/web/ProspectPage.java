package org.convergence.resources.prospect.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A prospect.
 *
 * @param party where it stands in the directory
 * @param next the next gesture and its day, in words; {@code null} for nothing
 * @param outcome what came of it, in words; {@code null} for nothing yet
 * @param admit where it is admitted; {@code null} where it is over, or for who may not
 * @param form that of what was done, with what is done next; shown while it goes on
 */
public record ProspectPage(
        String url,
        String name,
        String party,
        Tone tone,
        String state,
        String follower,
        @Nullable String next,
        @Nullable String outcome,
        List<Said> said,
        boolean mayFollow,
        boolean goesOn,
        boolean mayTakeUp,
        @Nullable String admit,
        Form form,
        List<Option> channels) {

    /** An exchange with it. */
    public record Said(String subject, String detail, String url) {}
}
