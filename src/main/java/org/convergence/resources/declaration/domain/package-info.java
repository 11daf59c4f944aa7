/** How rounds are prepared and sent, and how organisations answer. */
@NullMarked
package org.convergence.resources.declaration.domain;

import org.jspecify.annotations.NullMarked;
