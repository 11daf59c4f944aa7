/** What the whole house does when something goes wrong around it: the power, the clock, strange input, ill will. */
@NullMarked
package org.convergence.faults;

import org.jspecify.annotations.NullMarked;
