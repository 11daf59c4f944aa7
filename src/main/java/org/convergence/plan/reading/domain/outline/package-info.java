/**
 * From lines to an outline: makes words and sentences whole again, recognises what announces a line of a plan (a word
 * such as objective, a number, a bullet, a style, a column), and which of these stands under which.
 */
@NullMarked
package org.convergence.plan.reading.domain.outline;

import org.jspecify.annotations.NullMarked;
