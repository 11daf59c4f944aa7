/** The search across all sources. */
@NullMarked
package org.convergence.platform.search.domain;

import org.jspecify.annotations.NullMarked;
