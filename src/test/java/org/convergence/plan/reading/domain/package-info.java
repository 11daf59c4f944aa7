/** Tests of the reading of written plans. */
@NullMarked
package org.convergence.plan.reading.domain;

import org.jspecify.annotations.NullMarked;
