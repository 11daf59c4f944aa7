/** Pages of the tasks offered by link, for the team and for people who have the link. */
@NullMarked
package org.convergence.plan.volunteering.web;

import org.jspecify.annotations.NullMarked;
