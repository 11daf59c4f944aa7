/** The page of results, and the suggestions under the search field. */
@NullMarked
package org.convergence.platform.search.web;

import org.jspecify.annotations.NullMarked;
