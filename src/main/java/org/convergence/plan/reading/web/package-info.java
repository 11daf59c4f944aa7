/** Bringing in a written plan, by page and by program. */
@NullMarked
package org.convergence.plan.reading.web;

import org.jspecify.annotations.NullMarked;
