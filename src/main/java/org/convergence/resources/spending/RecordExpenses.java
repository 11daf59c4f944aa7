package org.convergence.resources.spending;

import java.util.Optional;
import org.convergence.directory.people.PageSection;
import org.convergence.platform.text.Words;

/** The expenses of a record of another module, such as a mission, for its page. */
public interface RecordExpenses {

    /**
     * The section of the expenses, with the button that begins another.
     *
     * @param source the kind of the record and its id, as a {@link org.convergence.platform.shell.TextSource} has them
     * @return empty if the actor may not see expenses
     */
    Optional<PageSection> show(String source, Words t);
}
