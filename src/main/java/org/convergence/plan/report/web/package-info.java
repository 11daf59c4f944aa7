/** The pages of reports, and the programming interface. */
@NullMarked
package org.convergence.plan.report.web;

import org.jspecify.annotations.NullMarked;
