/** Pages of prospects, and the list that a director is handed. */
@NullMarked
package org.convergence.resources.prospect.web;

import org.jspecify.annotations.NullMarked;
