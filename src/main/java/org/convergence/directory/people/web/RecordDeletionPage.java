package org.convergence.directory.people.web;

import org.convergence.platform.shell.Form;

/**
 * The confirmation before a record is deleted.
 *
 * @param kind organisation or person: the key in messages
 */
public record RecordDeletionPage(String name, String url, String kind, Form form) {}
