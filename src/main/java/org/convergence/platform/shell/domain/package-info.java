/** What the shell remembers. */
@NullMarked
package org.convergence.platform.shell.domain;

import org.jspecify.annotations.NullMarked;
