/** The pages of realisations, and the programming interface. */
@NullMarked
package org.convergence.plan.realisation.web;

import org.jspecify.annotations.NullMarked;
