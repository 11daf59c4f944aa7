package org.convergence.cooperation.project;

import org.convergence.platform.access.CurrentActor;

/**
 * A link from the page of a project to what another module holds about it: a bean of that module.
 *
 * @param key the message key of the link
 * @param path its address, to which the id of the project is added
 * @param permission required to see it
 */
public record ProjectLink(String key, String path, String permission) {

    /** Whether the current actor sees it. */
    public boolean isShown() {
        return CurrentActor.get().may(permission);
    }
}
