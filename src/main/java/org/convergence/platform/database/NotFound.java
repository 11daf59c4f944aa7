package org.convergence.platform.database;

/** There is no such thing, or none that this actor may know of. Shown with 404. */
public class NotFound extends RuntimeException {

    public NotFound() {
        super("not found");
    }

    /** @param what the kind of thing, never its id or name */
    public NotFound(String what) {
        super(what);
    }
}
