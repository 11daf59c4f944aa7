/** Pages of anniversaries. */
@NullMarked
package org.convergence.outreach.anniversary.web;

import org.jspecify.annotations.NullMarked;
