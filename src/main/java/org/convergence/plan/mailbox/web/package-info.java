/** Pages of forwarded mail. */
@NullMarked
package org.convergence.plan.mailbox.web;

import org.jspecify.annotations.NullMarked;
