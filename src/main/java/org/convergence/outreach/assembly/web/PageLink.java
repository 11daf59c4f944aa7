package org.convergence.outreach.assembly.web;

/** A label with the address of its page. */
public record PageLink(String label, String url) {}
