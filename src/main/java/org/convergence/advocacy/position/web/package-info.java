/** Pages of positions. */
@NullMarked
package org.convergence.advocacy.position.web;

import org.jspecify.annotations.NullMarked;
