/** Pages of kits, and the page on which an organisation answers by its link. */
@NullMarked
package org.convergence.outreach.relay.web;

import org.jspecify.annotations.NullMarked;
