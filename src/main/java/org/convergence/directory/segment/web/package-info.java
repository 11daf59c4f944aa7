/** Pages of segments and their people. */
@NullMarked
package org.convergence.directory.segment.web;

import org.jspecify.annotations.NullMarked;
