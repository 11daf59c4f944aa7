package org.convergence.platform.shell;

/** One of several views of the same record or list. */
public record Tab(String label, String url, boolean current) {}
