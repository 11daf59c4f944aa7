package org.convergence.directory.people.web;

/** Giving somebody what is known of her. */
public record AccessPage(String name, String url) {}
