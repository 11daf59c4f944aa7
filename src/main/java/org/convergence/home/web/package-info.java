/** The first pages. */
@NullMarked
package org.convergence.home.web;

import org.jspecify.annotations.NullMarked;
