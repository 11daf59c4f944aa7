/** The pages of the directory, and the programming interface. */
@NullMarked
package org.convergence.directory.people.web;

import org.jspecify.annotations.NullMarked;
