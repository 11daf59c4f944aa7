/** Convergence runs the action plan of a solidarity organisation. The packages below are its floors and rooms. */
@NullMarked
package org.convergence;

import org.jspecify.annotations.NullMarked;
