/** The shell's stored data. */
@NullMarked
package org.convergence.platform.shell.domain;

import org.jspecify.annotations.NullMarked;
