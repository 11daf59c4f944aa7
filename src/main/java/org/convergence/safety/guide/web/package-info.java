/** The pages and the API of the register. */
@NullMarked
package org.convergence.safety.guide.web;

import org.jspecify.annotations.NullMarked;
