@NullMarked
package org.convergence.platform.geography;

import org.jspecify.annotations.NullMarked;
