package org.convergence.platform.shell;

/** Which pages the current actor may open, for links to pages of other modules. */
public interface PageAccess {

    /** Whether the route of a local address permits it; {@code true} for an address without a route. */
    boolean mayOpen(String url);
}
