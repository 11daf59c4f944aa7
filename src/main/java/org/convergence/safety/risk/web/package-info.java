/** The page of the register. */
@NullMarked
package org.convergence.safety.risk.web;

import org.jspecify.annotations.NullMarked;
