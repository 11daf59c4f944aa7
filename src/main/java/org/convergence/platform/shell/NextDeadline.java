package org.convergence.platform.shell;

import java.time.LocalDate;
import java.util.Optional;
import org.convergence.platform.text.Words;

/** The next thing that a module expects, for the first page where nothing presses: a bean of this type. */
public interface NextDeadline {

    /** Without which it is not asked. */
    String permission();

    /** What comes next; empty for nothing. */
    Optional<Due> next(Words t);

    /** Something on a day. */
    record Due(LocalDate day, String what, String url) {}
}
