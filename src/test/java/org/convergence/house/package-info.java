/** Tests of the shape of the house rather than of what it does. */
@NullMarked
package org.convergence.house;

import org.jspecify.annotations.NullMarked;
