package org.convergence.outreach.assembly.web;

/** Something with a page of its own. */
public record Link(String label, String url) {}
