/** Pages of appeals. */
@NullMarked
package org.convergence.resources.appeal.web;

import org.jspecify.annotations.NullMarked;
