/** Pages and API of exchanges. */
@NullMarked
package org.convergence.directory.exchange.web;

import org.jspecify.annotations.NullMarked;
