/** Pages of prospects, and the list mailed to a follower. */
@NullMarked
package org.convergence.resources.prospect.web;

import org.jspecify.annotations.NullMarked;
