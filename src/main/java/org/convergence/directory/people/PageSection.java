package org.convergence.directory.people;

import gg.jte.Content;

/**
 * A heading on a page and its content.
 *
 * @param content made by {@code platform.shell.Parts} from a template of the contributor
 */
public record PageSection(String title, Content content) {}
