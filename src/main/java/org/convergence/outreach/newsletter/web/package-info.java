/** Pages of issues: writing, preview, sending, and what came of them. */
@NullMarked
package org.convergence.outreach.newsletter.web;

import org.jspecify.annotations.NullMarked;
