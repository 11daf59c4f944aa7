package org.convergence.resources.grant;

import org.convergence.platform.access.CurrentActor;

/**
 * Where a deliverable that is still due is made: a bean of the module that makes it.
 *
 * @param key the message key of the link
 * @param path its address, to which the id of the deliverable is added
 * @param permission required to see it
 */
public record DeliverableLink(String key, String path, String permission) {

    /** Whether the current actor sees it. */
    public boolean isShown() {
        return CurrentActor.get().may(permission);
    }
}
