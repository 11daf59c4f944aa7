/** Pages of the second look. */
@NullMarked
package org.convergence.directory.secondlook.web;

import org.jspecify.annotations.NullMarked;
