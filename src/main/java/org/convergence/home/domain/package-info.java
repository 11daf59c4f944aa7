/** What the first page and the Monday mail are made of. No HTTP here. */
@NullMarked
package org.convergence.home.domain;

import org.jspecify.annotations.NullMarked;
