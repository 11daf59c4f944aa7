/**
 * From a file to lines: recognises the kind of a file by its content, refuses an unreadable one with a reason, and
 * gives its lines with their position and their look. Knows nothing of plans.
 */
@NullMarked
package org.convergence.plan.reading.domain.text;

import org.jspecify.annotations.NullMarked;
