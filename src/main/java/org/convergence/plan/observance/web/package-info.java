/** Pages of the days that return each year. */
@NullMarked
package org.convergence.plan.observance.web;

import org.jspecify.annotations.NullMarked;
