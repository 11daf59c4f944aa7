/** Pages and answers to programs about connected calendars. */
@NullMarked
package org.convergence.plan.calendar.web;

import org.jspecify.annotations.NullMarked;
