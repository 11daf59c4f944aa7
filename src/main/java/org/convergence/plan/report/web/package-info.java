/** The pages and the API of reports. */
@NullMarked
package org.convergence.plan.report.web;

import org.jspecify.annotations.NullMarked;
