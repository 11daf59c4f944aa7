package org.convergence.cooperation.project;

import org.convergence.directory.people.Party;
import org.jspecify.annotations.Nullable;

/** Opens projects, for other modules. */
public interface ProjectOpener {

    /**
     * Opens a project as the current actor.
     *
     * @param title 1 to 300 characters
     * @param partner {@code null} if it is not known any more
     */
    ProjectId open(String title, ProjectRole role, @Nullable Party partner);
}
