/** How realisations are kept, corrected, listed and counted. */
@NullMarked
package org.convergence.plan.realisation.domain;

import org.jspecify.annotations.NullMarked;
