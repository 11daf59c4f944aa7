package org.convergence.directory.people.web;

/** The page that gives a person's data. */
public record AccessPage(String name, String url) {}
