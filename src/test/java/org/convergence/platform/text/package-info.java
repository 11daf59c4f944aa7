@NullMarked
package org.convergence.platform.text;

import org.jspecify.annotations.NullMarked;
