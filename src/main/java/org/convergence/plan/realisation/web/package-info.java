/** The pages and the API of realisations. */
@NullMarked
package org.convergence.plan.realisation.web;

import org.jspecify.annotations.NullMarked;
