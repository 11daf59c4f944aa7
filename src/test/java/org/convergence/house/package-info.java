/** Tests of the architecture and conventions of the whole application. */
@NullMarked
package org.convergence.house;

import org.jspecify.annotations.NullMarked;
