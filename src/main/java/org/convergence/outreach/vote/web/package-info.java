/** Pages and API of the door and the votes. */
@NullMarked
package org.convergence.outreach.vote.web;

import org.jspecify.annotations.NullMarked;
