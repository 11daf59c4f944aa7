/** Pages of incidents. */
@NullMarked
package org.convergence.safety.incident.web;

import org.jspecify.annotations.NullMarked;
