/** Pages and API of the directory. */
@NullMarked
package org.convergence.directory.people.web;

import org.jspecify.annotations.NullMarked;
