/** Pages of rates, and of what they would ask of each member. */
@NullMarked
package org.convergence.resources.dues.web;

import org.jspecify.annotations.NullMarked;
