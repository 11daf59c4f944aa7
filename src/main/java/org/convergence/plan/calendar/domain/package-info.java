/** Reading calendars, asking of what is past, and answers. */
@NullMarked
package org.convergence.plan.calendar.domain;

import org.jspecify.annotations.NullMarked;
