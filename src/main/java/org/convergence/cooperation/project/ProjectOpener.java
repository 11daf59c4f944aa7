package org.convergence.cooperation.project;

import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Opens projects, for other modules. */
public interface ProjectOpener {

    /**
     * Opens a project as the current actor.
     *
     * @param title 1 to 300 characters
     * @param summary at most 4,000 characters; may be empty
     * @param lead who leads it on our side; {@code null} for nobody yet
     * @param partner {@code null} if it is not known any more
     */
    ProjectId open(String title, ProjectRole role, String summary, @Nullable PersonId lead, @Nullable Party partner);
}
