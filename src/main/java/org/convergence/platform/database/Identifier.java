package org.convergence.platform.database;

import java.util.UUID;

/** The id of one kind of thing, so that a person's id is never taken for an action's. Records implement it. */
public interface Identifier {

    /** The value kept in the database. */
    UUID value();
}
