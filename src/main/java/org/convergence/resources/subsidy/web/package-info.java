/** Pages, papers and the interface for programs of wage subsidies. */
@NullMarked
package org.convergence.resources.subsidy.web;

import org.jspecify.annotations.NullMarked;
