/** Pages of tools. */
@NullMarked
package org.convergence.education.tool.web;

import org.jspecify.annotations.NullMarked;
