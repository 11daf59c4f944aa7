/** Pages of exhibitions. */
@NullMarked
package org.convergence.outreach.exhibition.web;

import org.jspecify.annotations.NullMarked;
