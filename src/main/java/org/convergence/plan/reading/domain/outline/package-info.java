/**
 * From lines to an outline: joins cut words and sentences, recognises the mark of each line of a plan (a word such as
 * objective, a number, a bullet, a style, a column), and finds the parent of each line.
 */
@NullMarked
package org.convergence.plan.reading.domain.outline;

import org.jspecify.annotations.NullMarked;
