/** Pages and API of connected calendars. */
@NullMarked
package org.convergence.plan.calendar.web;

import org.jspecify.annotations.NullMarked;
