/** Tests of the whole application under faults: crashes, clock changes, strange input, attacks. */
@NullMarked
package org.convergence.faults;

import org.jspecify.annotations.NullMarked;
