/** Pages of the unions' year. */
@NullMarked
package org.convergence.outreach.congress.web;

import org.jspecify.annotations.NullMarked;
