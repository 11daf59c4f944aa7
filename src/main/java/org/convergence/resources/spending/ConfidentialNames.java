package org.convergence.resources.spending;

import java.util.Collection;

/** Names that no page outside shows, such as those of partners: a bean of the module that knows them. */
public interface ConfidentialNames {

    /** The names, in every form in which they are written. */
    Collection<String> findAll();
}
