/** The pages on which the next plan is prepared and compared with this one. No SQL here. */
@NullMarked
package org.convergence.plan.preparation.web;

import org.jspecify.annotations.NullMarked;
