package org.convergence.resources.prospect;

import java.util.List;
import org.convergence.platform.access.Actor;
import org.convergence.platform.text.Words;

/** Material that the follower of a prospect can bring; contributed by the modules that have kits and tools. */
@FunctionalInterface
public interface ProspectMaterialSource {

    /** The names of the material that the actor may see, each with its public link if it has one. */
    List<String> findNames(Actor actor, Words t);
}
