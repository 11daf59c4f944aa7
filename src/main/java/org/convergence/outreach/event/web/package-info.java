/** Pages and the API of events, with the public pages to register. */
@NullMarked
package org.convergence.outreach.event.web;

import org.jspecify.annotations.NullMarked;
