package org.convergence.platform.database;

/** The record does not exist, or the actor may not know of it. Shown with 404. */
public class NotFound extends RuntimeException {

    public NotFound() {
        super("not found");
    }

    /** @param what the kind of record, never its id or name */
    public NotFound(String what) {
        super(what);
    }
}
