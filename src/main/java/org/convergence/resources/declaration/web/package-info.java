/** Pages of rounds, and the page on which an organisation answers by its link. */
@NullMarked
package org.convergence.resources.declaration.web;

import org.jspecify.annotations.NullMarked;
