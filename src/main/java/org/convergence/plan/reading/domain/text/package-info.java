/**
 * From a file to lines: recognises what a file is by its content, refuses what cannot be read and says why, and gives
 * its lines with their place and their look. Knows nothing of plans.
 */
@NullMarked
package org.convergence.plan.reading.domain.text;

import org.jspecify.annotations.NullMarked;
