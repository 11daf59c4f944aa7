/** The pages that prepare the next plan and compare it with this one. No SQL here. */
@NullMarked
package org.convergence.plan.preparation.web;

import org.jspecify.annotations.NullMarked;
