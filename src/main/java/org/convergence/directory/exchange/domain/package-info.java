/** Recording, reading and listing exchanges. */
@NullMarked
package org.convergence.directory.exchange.domain;

import org.jspecify.annotations.NullMarked;
