package org.convergence.platform.database;

import java.util.UUID;

/** The typed id of one kind of record, so that a person's id is never taken for an action's. Records implement it. */
public interface Identifier {

    /** The value kept in the database. */
    UUID value();
}
