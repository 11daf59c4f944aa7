/** Pages of dossiers. */
@NullMarked
package org.convergence.directory.theme.web;

import org.jspecify.annotations.NullMarked;
