/** Pages and API of leaflets. */
@NullMarked
package org.convergence.resources.relay.web;

import org.jspecify.annotations.NullMarked;
