/** Convergence runs the action plan of a solidarity organisation. The packages below are its layers and modules. */
@NullMarked
package org.convergence;

import org.jspecify.annotations.NullMarked;
