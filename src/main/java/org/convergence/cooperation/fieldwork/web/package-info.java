/** The page of a partner, and ours about what partners send. */
@NullMarked
package org.convergence.cooperation.fieldwork.web;

import org.jspecify.annotations.NullMarked;
