package org.convergence.platform.mail;

import java.util.List;
import java.util.Optional;
import org.convergence.platform.text.Words;

/** The limits that make letters of mailings wait (R-MAIL-5). */
public interface SendingLimits {

    /** The most letters of 24 hours; 0 for no limit. */
    int perDay();

    /** In a clause, that the limit of 24 hours holds letters back, and when the next leave; empty if it does not. */
    Optional<String> explainDay(Words t);

    /** Which limits hold letters back now, one sentence for each; empty if none does. */
    List<String> explain(Words t);
}
