package org.convergence.outreach.congress;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.Actor;

/** What presentations are prepared from; contributed by the module of tools. */
public interface PresentationKitSource {

    /** The kits that the actor may see, by title. */
    List<PresentationKit> findKits(Actor actor);

    /**
     * A kit.
     *
     * @param url its page
     */
    record PresentationKit(UUID id, String title, String url) {}
}
