/** The content of the home page and of the Monday mail. No HTTP here. */
@NullMarked
package org.convergence.home.domain;

import org.jspecify.annotations.NullMarked;
